// One challenge as a card: the question, the place for the answer, what is found about it, and its picture.

import { entry } from "../progress/state.js";
import { progress } from "../progress/store.js";
import { CoreLost, outline } from "../shell/core.js";
import { element, freshId, mark } from "../shell/dom.js";
import { icon } from "../shell/icons.js";
import { feedback } from "./feedback.js";
import { answering } from "./kinds.js";
import { picture } from "./picture.js";
import { paragraph } from "./text.js";
import { verdictOf } from "./verdict.js";

/** @typedef {import("./types.js").Challenge} Challenge */

/**
 * What a card needs round it.
 * @typedef {object} Surroundings
 * @property {import("../shell/labels.js").Words} words with those of the challenges
 * @property {(type: string, detail: object) => void} emit tells the host
 * @property {() => Element | null} host the element that the card is shown in
 * @property {() => void} [goOn] opens the next challenge, where there is one
 * @property {2 | 3 | 4} level of its heading, or of the headings of sections
 */

/** @param {Challenge} challenge @param {Surroundings} surroundings */
export function card(challenge, { words, emit, host, level, goOn }) {
  const { id, kind, xp } = challenge;
  const own = (/** @type {string} */ name) => words.say(`${id}.${name}`);
  const key = `practice.${id}`;
  /** The last answer that was judged, and what was found. @type {ReturnType<typeof verdictOf> | undefined} */
  let verdict;
  const shown = () => entry(progress.state.shown, id) !== undefined;
  const solved = () => entry(progress.state.solved, id);

  const place = answering(challenge, { words, own, host, changed: () => keep(), check: () => check() });
  const drawn = picture(challenge, outline(challenge), words);
  const said = feedback(challenge, words, {
    ...(place.runs ? {} : { check: () => check() }),
    startOver: () => startOver(),
    ...(goOn ? { goOn } : {}),
    showSolution: () => {
      progress.show(id);
      update();
      return place.solution();
    },
  });
  const state = element("p", { class: "state" });
  const title = element(`h${level}`, { class: "title", id: freshId("challenge"), tabindex: "-1", text: own("title") });
  const article = element("article", { class: "challenge", "data-kind": kind, "data-challenge": id, "aria-labelledby": title.id },
    element("header", {}, element("p", { class: "kind", text: words.say(`practice.kind.${kind}`) }), title, state),
    element("div", { class: "task" }, paragraph(own("question"), { class: "question" }), place.element, said.element),
    drawn.element);

  const keep = () => progress.keep(key, JSON.stringify(place.read() ?? null));
  const check = () => {
    verdict = judged(place.read());
    if (!verdict) return;
    const before = solved() !== undefined;
    if (verdict.solved && progress.solve(id, verdict.xp)) emit("solved", { challenge: id, xp: verdict.xp });
    said.tell(verdict, place.quote?.() ?? "", before);
    update();
  };
  /** The verdict on an answer, or nothing where there is no answer yet. @param {unknown} answer */
  const judged = (answer) => {
    if (answer === undefined) {
      said.ask();
      return undefined;
    }
    try {
      return verdictOf(challenge, answer, words, shown());
    } catch (thrown) {
      if (!(thrown instanceof CoreLost)) throw thrown;
      said.fail();
      return undefined;
    }
  };
  const startOver = () => {
    place.reset();
    verdict = undefined;
    progress.keep(key, "");
    update();
  };
  const update = () => {
    const points = solved();
    mark(article, "data-solved", points ? "" : undefined);
    state.replaceChildren(...(points ? [icon("check"), words.say("practice.solvedFor", { xp: points.xp })] : [words.say(shown() ? "practice.worthHalf" : "practice.worth", { xp })]));
    drawn.show(verdict?.yours, Boolean(verdict?.solved || points) || shown());
  };
  place.write(parsed(progress.draft(key)));
  update();

  return {
    element: article,
    title,
    update,
    start: () => place.start?.(),
    restyle() {
      drawn.restyle();
      place.restyle?.();
    },
    dispose() {
      place.dispose?.();
      drawn.dispose();
    },
  };
}

/** A kept answer; what cannot be read is none. @param {string | undefined} text @returns {unknown} */
function parsed(text) {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
