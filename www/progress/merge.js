// Two states of the same reader's progress become one in which nothing is less than in either.

import { EMPTY, atLeastSolved, entry, listed } from "./state.js";

/** @typedef {import("./types.js").State} State */
/** @typedef {import("./types.js").Solved} Solved */
/** @typedef {import("./types.js").Draft} Draft */
/** @typedef {import("./types.js").CardState} CardState */

/** The same whichever comes first, and nothing new when a state meets itself. @param {State} one @param {State} other @returns {State} */
export function merge(one, other) {
  if (one === EMPTY) return other;
  const state = {
    xp: Math.max(one.xp, other.xp),
    solved: both(one.solved, other.solved, solvedOf),
    shown: both(one.shown, other.shown, Math.min),
    drafts: both(one.drafts, other.drafts, newerDraft),
    cards: both(one.cards, other.cards, furtherCard),
  };
  return { ...state, xp: atLeastSolved(state) };
}

/** @template T @param {Readonly<Record<string, T>>} one @param {Readonly<Record<string, T>>} other @param {(a: T, b: T) => T} choose */
function both(one, other, choose) {
  const all = { ...one, ...other };
  for (const id of Object.keys(all)) {
    const [a, b] = [entry(one, id), entry(other, id)];
    if (a !== undefined && b !== undefined) all[id] = choose(a, b);
  }
  return listed(Object.entries(all));
}

/** The better points, and the first time. @param {Solved} a @param {Solved} b @returns {Solved} */
const solvedOf = (a, b) => ({ xp: Math.max(a.xp, b.xp), at: Math.min(a.at, b.at) });

/** @param {Draft} a @param {Draft} b */
const newerDraft = (a, b) => (a.at > b.at || (a.at === b.at && a.text > b.text) ? a : b);

/** The card that has been gone through more often, or later. @param {CardState} a @param {CardState} b */
function furtherCard(a, b) {
  const order = a.reps - b.reps || a.last - b.last || a.due - b.due || a.stability - b.stability || a.difficulty - b.difficulty;
  return order > 0 ? a : b;
}
