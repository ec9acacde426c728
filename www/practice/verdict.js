// What the core finds about an answer, in the reader's words.

import { award, judge as judged } from "../shell/core.js";

/** @typedef {import("./types.js").Challenge} Challenge */
/** @typedef {import("../shell/labels.js").Words} Words */

/**
 * The verdict on an answer; throws an `Error` if it is none of this kind of challenge.
 * @param {Challenge} challenge
 * @param {unknown} answer
 * @param {Words} words with those of the challenges
 * @param {boolean} [shown] whether the solution has been shown, which halves the points
 */
export function verdictOf(challenge, answer, words, shown = false) {
  const verdict = judged(challenge, answer);
  const { solved, reason, facts } = verdict;
  const message = solved
    ? words.say(`${challenge.id}.solution`)
    : words.sayFirst([`${challenge.id}.reason.${reason}`, `reason.${reason}`, "reason.other"], spoken(facts, words));
  return { ...verdict, message, xp: solved ? award(challenge.xp, shown) : 0 };
}

/** What the core expected is a name of a word, as in typed functions. @param {Record<string, unknown>} facts @param {Words} words */
function spoken(facts, words) {
  const { expected } = facts;
  return typeof expected === "string" ? { ...facts, expected: words.sayFirst([`expected.${expected}`, "expected.other"], facts) } : facts;
}
