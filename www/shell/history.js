// The runs before this one: the last few different set-ups of the scene, to be compared with the present one or restored.

import { element, mark } from "./dom.js";
import { whenSettled } from "./frames.js";
import { formulaOf, wordsForAxes } from "./names.js";
import { optimizerList } from "./core.js";
import { same } from "./plain.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */
/** @typedef {import("./types.js").Experiment} Experiment */
/** @typedef {{ id: number, experiment: Experiment, text: string }} Entry */

/** Runs that are kept besides the present one. */
const KEPT = 5;
/** How long nothing may change before a run counts as one, in milliseconds: longer than a pause within a drag. */
const SETTLED = 800;

/** @param {Context} context @returns {Part} */
export function history(context) {
  const { model, words, player, locked } = context;
  /** The present run included, the latest first. @type {Entry[]} */
  let entries = [];
  let serial = 0;
  const list = element("ul");
  const none = element("p", { class: "note", text: words.say("history.none") });
  const box = element("details", { class: "control history", "data-control": "history" },
    element("summary", { text: words.say("history.title") }), none, list);

  const record = () => {
    if (model.runs.length === 0) return;
    const { experiment } = model;
    if (entries[0] && same(entries[0].experiment, experiment)) return;
    serial += 1;
    const others = entries.filter((entry) => !same(entry.experiment, experiment));
    entries = [{ id: serial, experiment, text: told(context) }, ...others].slice(0, KEPT + 1);
    show();
  };
  const later = whenSettled(record, SETTLED);

  /** @param {Entry} entry */
  const compare = (entry) => {
    const kept = model.companions.filter(({ faint }) => faint !== entry.id);
    const { loss: _, ...override } = entry.experiment;
    const added = kept.length === model.companions.length ? [{ override, settled: false, colour: 0, faint: entry.id }] : [];
    model.attempt(model.experiment, [...kept, ...added]);
    context.announce(words.say(added.length > 0 ? "history.added" : "history.removed", { run: entry.text }));
  };

  /** @param {Entry} entry */
  const restore = (entry) => {
    player.pause();
    record();
    context.keepFrozen(() => model.attempt(entry.experiment, model.companions.filter(({ faint }) => faint !== entry.id)));
    model.go(model.last);
    record();
    box.querySelector("summary")?.focus();
    context.announce(words.say("history.restored", { run: entry.text }));
  };

  /** @param {Entry} entry */
  const row = (entry) => {
    const shown = model.companions.some(({ faint }) => faint === entry.id);
    // Only runs on the same loss have a place in the picture.
    const fits = same(entry.experiment.loss, model.experiment.loss);
    const button = (/** @type {string} */ key, /** @type {() => void} */ action, /** @type {Record<string, unknown>} */ more = {}) =>
      element("button", { type: "button", class: "quiet", text: words.say(key), "aria-describedby": `run-${entry.id}`, disabled: locked.has("history"), onclick: action, ...more });
    return element("li", { "data-id": entry.id },
      element("span", { class: "swatch", "data-colour": shown ? "faint" : "none", "aria-hidden": "true" }),
      element("span", { id: `run-${entry.id}`, text: entry.text }),
      element("span", { class: "row-buttons" },
        fits ? button("history.compare", () => compare(entry), { "data-action": "compare", "aria-pressed": String(shown) }) : undefined,
        button("history.restore", () => restore(entry), { "data-action": "restore" })));
  };

  const show = () => {
    const earlier = entries.filter(({ experiment }) => !same(experiment, model.experiment)).slice(0, KEPT);
    none.hidden = earlier.length > 0;
    const wanted = JSON.stringify([earlier.map(({ id }) => id), model.experiment.loss, model.companions.map(({ faint }) => faint)]);
    if (list.dataset["shown"] === wanted) return;
    mark(list, "data-shown", wanted);
    const root = /** @type {ShadowRoot | Document} */ (box.getRootNode());
    const focused = root.activeElement?.closest(".history li");
    const action = root.activeElement?.getAttribute("data-action");
    list.replaceChildren(...earlier.map(row));
    // A list made anew must not take the reader's place away.
    if (focused) /** @type {HTMLElement | null} */ (list.querySelector(`[data-id="${focused.getAttribute("data-id")}"] [data-action="${action}"]`))?.focus();
  };

  /** @param {import("./types.js").Changes} changes */
  const update = (changes) => {
    if (changes.experiment) {
      // What the scene opens with counts at once.
      if (entries.length === 0) record();
      else later.request();
      show();
    } else if (changes.playing && model.playing) {
      record();
    }
  };
  return { element: box, update, dispose: later.cancel };
}

/** What was run and how it ended, in one line. @param {Context} context */
function told({ model, words }) {
  const { experiment, simulation, record } = model.main;
  const { loss, optimizer, start } = experiment;
  const usual = optimizerList().find(({ name }) => name === optimizer.name)?.settings ?? [];
  const others = usual.filter(({ name, default: value }) => name !== "learningRate" && (name === "momentum" || (optimizer[name] ?? value) !== value));
  const settings = others.map(({ name }) => words.say("history.setting", { name: words.say(`setting.${name}`), value: words.numbers.exact(Number(optimizer[name])) }));
  const run = words.say("history.run", {
    optimizer: words.say(`optimizer.${optimizer.name}`),
    formula: formulaOf(loss),
    alpha: words.numbers.exact(optimizer.learningRate ?? 0),
    settings: settings.join(""),
  });
  const ending = words.sayFirst([`marbles.${simulation.outcome}`, "marbles.running"], {
    start: words.numbers.point(start, 4),
    end: words.numbers.point(record().points.subarray(-start.length), 4),
    names: wordsForAxes(experiment).join(", "),
    loss: words.numbers.short(record().losses.at(-1) ?? NaN, 4),
    steps: words.numbers.whole(simulation.steps),
  });
  return `${run} ${ending}`;
}
