// The recall cards: one question at a time, asked again when the reader is about to forget it.

import course from "../course.json?cards";
import styles from "../css/recall.css";
import { progress } from "../progress/store.js";
import { element, write } from "../shell/dom.js";
import { addSheet } from "../shell/sheets.js";
import { cardView } from "./card.js";
import { overview } from "./overview.js";
import { SOURCE, byDue, dueAt, outcomes, waiting } from "./schedule.js";
import { inWords } from "./times.js";

/** Further files of words: the titles of the sections that cards belong to. */
export const words = ["sections"];

/** Longest wait before the count is looked at anew, in milliseconds. */
const HOUR = 3_600_000;
const LIBRARY = "https://github.com/open-spaced-repetition/ts-fsrs";
const ids = course.cards.map(({ id }) => id);

addSheet(styles);

/** @param {import("../shell/types.js").ActivityContext} context @returns {import("../shell/types.js").Desk} */
export function open({ scene, words: spoken }) {
  const count = element("p", { class: "count" });
  const said = element("p", { class: "said", role: "status" });
  const place = element("div", { class: "place-of-card" });
  const all = overview(spoken, ids);
  const kept = element("p", { class: "note" });
  const source = element("p", { class: "note" }, spoken.say("recall.source", { source: SOURCE }), " ", element("a", { href: LIBRARY, text: LIBRARY.replace("https://", "") }));
  const root = element("div", { class: "scene recall", role: "group", "data-scene": scene.id, "aria-label": spoken.say(`scene.${scene.id}`) },
    element("div", { class: "head" }, count, said), place, all.element, element("div", { class: "notes" }, kept, source));
  /** @type {string | undefined} */
  let asked;
  let timer = 0;

  /** Asks a card. @param {string} id @param {boolean} [moveFocus] */
  function ask(id, moveFocus) {
    const card = course.cards.find((one) => one.id === id) ?? { id, section: "" };
    const now = Date.now();
    const possible = outcomes(progress.card(id), now);
    asked = id;
    const view = cardView({ card, words: spoken, progress, outcomes: possible, now, graded: (grade) => judged(id, grade, possible[grade]) });
    place.replaceChildren(view.element);
    if (moveFocus) view.question.focus();
  }

  /** @param {string} id @param {string} grade @param {import("../progress/types.js").CardState} card */
  function judged(id, grade, card) {
    progress.card(id, card);
    asked = undefined;
    write(said, spoken.say("recall.judged", { grade: spoken.say(`recall.${grade}`), when: inWords(card.due - Date.now(), spoken.language) }));
    goOn(true);
  }

  /** The next card that waits, or the sentence that none does. @param {boolean} [moveFocus] */
  function goOn(moveFocus) {
    const { due, fresh } = waiting(ids, progress.state.cards, Date.now());
    const next = due[0] ?? fresh[0];
    if (next !== undefined) ask(next, moveFocus);
    else rest(moveFocus);
    tell();
  }

  /** Nothing is due: what comes next, and a way to go on all the same. @param {boolean} [moveFocus] */
  function rest(moveFocus) {
    const ahead = element("button", { type: "button", text: spoken.say("recall.ahead"), onclick: () => {
      const [soonest] = byDue(ids, progress.state.cards);
      if (soonest !== undefined) ask(soonest, true);
      tell();
    } });
    const sentence = element("p", { class: "nothing", tabindex: -1, text: spoken.say("recall.nothing") });
    place.replaceChildren(element("div", { class: "card resting" }, sentence, element("div", { class: "buttons" }, ahead)));
    if (moveFocus) sentence.focus();
  }

  /** Counts and times; a card that falls due while nothing is asked is asked. */
  function tell() {
    clearTimeout(timer);
    const now = Date.now();
    const states = progress.state.cards;
    const { due, fresh } = waiting(ids, states, now);
    const later = byDue(ids, states).filter((id) => dueAt(id, states) > now);
    const wait = later[0] === undefined ? HOUR : dueAt(later[0], states) - now;
    write(count, [countOf(due.length, fresh.length), later[0] === undefined ? "" : spoken.say("recall.next", { when: inWords(wait, spoken.language) })].filter(Boolean).join(" "));
    write(kept, spoken.say(progress.kept ? "recall.kept" : "recall.forgotten"));
    all.show(states, now);
    timer = window.setTimeout(look, Math.min(HOUR, Math.max(1000, wait)));
  }

  /** @param {number} due @param {number} fresh */
  const countOf = (due, fresh) => {
    if (due + fresh === 0) return spoken.say("recall.none");
    const amount = (/** @type {string} */ what, /** @type {number} */ number) => (number === 0 ? [] : [spoken.sayFirst([`recall.${what}.${number}`, `recall.${what}Count`], { count: number })]);
    return [...amount("due", due), ...amount("new", fresh)].join(" ");
  };

  /** After a change elsewhere, or when time has passed. */
  function look() {
    const { due, fresh } = waiting(ids, progress.state.cards, Date.now());
    if (asked === undefined && due.length + fresh.length > 0) goOn(place.matches(":focus-within"));
    else tell();
  }

  all.element.addEventListener("toggle", () => tell());
  const stop = progress.listen(() => look());
  goOn();
  return {
    element: root,
    close() {
      clearTimeout(timer);
      stop();
    },
  };
}
