// All challenges by section: the score, a mark for each, one of them open in its place.

import { entry } from "../progress/state.js";
import { progress } from "../progress/store.js";
import { element, freshId, mark, write } from "../shell/dom.js";
import { icon } from "../shell/icons.js";
import { card } from "./card.js";
import { challenges, sections } from "./data.js";

/** @typedef {import("./types.js").Challenge} Challenge */
/** @typedef {import("./card.js").Surroundings} Surroundings */
/** @typedef {ReturnType<typeof card>} Card */

/** @param {Surroundings} surroundings @param {HTMLElement} [account] the summary of the reader's progress */
export function overview(surroundings, account) {
  const { words } = surroundings;
  /** @type {{ challenge: Challenge, card: Card } | undefined} */
  let open;

  /** @param {Challenge} challenge */
  const toggle = (challenge) => {
    const before = open?.challenge;
    const row = /** @type {Row} */ (rows.get(challenge)).element;
    const { top } = row.getBoundingClientRect();
    close();
    if (before !== challenge) unfold(challenge);
    update();
    // What has closed above must not pull the row from under the hand.
    scrollBy({ top: row.getBoundingClientRect().top - top, behavior: "instant" });
  };
  const close = () => {
    open?.card.dispose();
    open?.card.element.remove();
    open = undefined;
  };
  /** @param {Challenge} challenge */
  const unfold = (challenge) => {
    const opened = card(challenge, { ...surroundings, level: surroundings.level === 2 ? 3 : 4, goOn });
    open = { challenge, card: opened };
    rows.get(challenge)?.element.append(opened.element);
    opened.start();
  };
  const goOn = () => {
    const next = nextUnsolved(open?.challenge);
    if (!next) return;
    close();
    unfold(next);
    update();
    // The heading of what has been opened is where the reader goes on.
    open?.card.title.focus();
  };

  const rows = new Map(challenges.map((challenge) => [challenge, rowOf(challenge, words, () => toggle(challenge))]));
  const score = element("p", { class: "score" });
  const points = element("p", { class: "points" });
  const share = element("progress", { max: challenges.length, "aria-label": words.say("practice.name") });
  const next = element("button", { type: "button", class: "primary", text: words.say("practice.next"), onclick: goOn });
  const done = element("p", { class: "done", text: words.say("practice.allSolved") });
  const parts = sections.map((section) => sectionOf(section, surroundings, section.own.map((each) => /** @type {Row} */ (rows.get(each)).element)));

  const update = () => {
    const { xp } = progress.state;
    const count = challenges.filter(({ id }) => isSolved(id)).length;
    write(score, words.say("practice.score", { solved: count, count: challenges.length }));
    write(points, words.say("practice.points", { xp, most: challenges.reduce((sum, challenge) => sum + challenge.xp, 0) }));
    share.value = count;
    next.hidden = count === challenges.length;
    done.hidden = !next.hidden;
    for (const [challenge, row] of rows) row.update(open?.challenge === challenge);
    for (const part of parts) part.update();
    open?.card.update();
  };
  update();
  return {
    element: element("div", { class: "practice overview" },
      element("div", { class: "standing" }, element("div", { class: "numbers" }, score, points, share), next, done),
      element("div", { class: "sections" }, ...parts.map((part) => part.element)),
      account),
    update,
    start: () => parts.forEach(({ start }) => start()),
    restyle: () => open?.card.restyle(),
    dispose: close,
  };
}

const isSolved = (/** @type {string} */ id) => entry(progress.state.solved, id) !== undefined;

/** The first challenge after this one that is not solved yet, from the beginning again at the end. @param {Challenge | undefined} from @returns {Challenge | undefined} */
function nextUnsolved(from) {
  const after = from ? challenges.indexOf(from) + 1 : 0;
  return [...challenges.slice(after), ...challenges.slice(0, after)].find(({ id }) => !isSolved(id));
}

/** @typedef {ReturnType<typeof rowOf>} Row */

/** @param {Challenge} challenge @param {import("../shell/labels.js").Words} words @param {() => void} toggle */
function rowOf({ id, kind, xp }, words, toggle) {
  const state = element("span", { class: "mark" });
  const button = element("button", { type: "button", class: "row", onclick: toggle }, state,
    element("span", { class: "row-title", text: words.say(`${id}.title`) }),
    element("span", { class: "row-kind", text: words.say(`practice.kind.${kind}`) }),
    element("span", { class: "row-xp", text: words.say("practice.worth", { xp }) }));
  return {
    element: element("li", { "data-challenge": id }, button),
    update(/** @type {boolean} */ open) {
      const solved = isSolved(id);
      mark(button, "aria-expanded", String(open));
      if (state.dataset["mark"] === String(solved)) return;
      state.dataset["mark"] = String(solved);
      state.replaceChildren(...(solved ? [icon("check")] : []), element("span", { class: "visually-hidden", text: words.say(solved ? "practice.mark.solved" : "practice.mark.open") }));
    },
  };
}

/** @param {{ id: string, own: Challenge[] }} section @param {Surroundings} surroundings @param {HTMLElement[]} rows */
function sectionOf({ id, own }, { words, host, level }, rows) {
  const heading = element(`h${level}`, { id: freshId("section") });
  const count = element("span", { class: "count" });
  const name = words.say(`section.${id}`);
  heading.append(name);
  return {
    element: element("section", { "aria-labelledby": heading.id }, element("div", { class: "section-name" }, heading, count), element("ul", {}, ...rows)),
    /** Where the lesson is on the page, the heading leads to its section. */
    start() {
      const there = host()?.ownerDocument.getElementById(id);
      if (there) heading.replaceChildren(element("a", { href: `#${id}`, text: name, title: words.say("practice.toSection") }));
    },
    update: () => write(count, words.say("practice.sectionScore", { solved: own.filter((each) => isSolved(each.id)).length, count: own.length })),
  };
}
