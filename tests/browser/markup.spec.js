// Markup, addresses and strange characters wherever a text can get in: they stay text, and the page answers afterwards.
import { test } from "./fixtures.js";
import { Storm, asked, tally } from "./storm.js";
import { VALUES } from "./storm/host.js";
import { Random } from "./storm/random.js";
import { hostile, savedWith } from "./storm/texts.js";

/** In all; a million are asked for by `DOWNHILL_MARKUP_INPUTS=1000000`. */
const INPUTS = Number(process.env.DOWNHILL_MARKUP_INPUTS ?? 100_000);

/** Scenes with fields of every kind, each with the parts of the address that are about what is to do there. */
const PLACES = [
  ...["playground", "median", "penguins", "race", "landscape", "batches", "nudges", "scrubber"].map((scene) => ({ scene, figures: 1 })),
  ...["practice", "practice", "recall", "code", "python", "python"].map((scene) => ({ scene, figures: 0 })),
];
const total = tally("hostile inputs");

PLACES.forEach(({ scene, figures }, place) => {
  const seed = 101 + place;
  test(`seed ${seed}: markup in every text of “${scene}” stays text`, { tag: "@alone" }, async ({ page, complaints }) => {
    test.skip(!asked(seed), "another seed was asked for");
    const count = Math.ceil(INPUTS / PLACES.length);
    test.setTimeout(60_000 + count * 30);
    const random = new Random(seed);
    const parameters = (/** @type {number} */ length) => new URLSearchParams(Object.keys(VALUES).filter((name) => name !== "scene" && name !== "lang").map((name) => [name, hostile(random).slice(0, length)]));
    const query = new URLSearchParams([["scene", scene], ...parameters(150), [hostile(random).slice(0, 99), "x"]]);
    const storm = new Storm(page, { seed, kind: "texts", python: false });
    const saved = { "downhill.progress": savedWith(hostile(random)), "downhill.progress.copy": hostile(random), "downhill.theme": hostile(random) };
    await storm.open(`./?${query}#${parameters(150)}`, saved);
    await storm.calm(figures);
    await total.watched(storm, () => storm.pass(count, complaints));
  });
});

test.afterAll(() => total.tell());
