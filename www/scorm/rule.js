// What a course is told of a reader's progress: the score, and whether the lesson counts as completed or passed.

import { entry } from "../progress/state.js";

/** @typedef {import("../progress/types.js").State} State */
/** @typedef {readonly { id: string, xp: number }[]} Challenges */
/** @typedef {"incomplete" | "completed" | "passed"} Status */

/** The score with which the lesson is completed where the course has no mark of its own. */
const ENOUGH = 80;

/** The points of the course's challenges as hundredths of all that can be had, from 0 to 100, rounded down. @param {State} state @param {Challenges} challenges */
export function scoreOf({ solved }, challenges) {
  const all = challenges.reduce((sum, { xp }) => sum + xp, 0);
  const points = challenges.reduce((sum, { id, xp }) => sum + Math.min(xp, entry(solved, id)?.xp ?? 0), 0);
  return Math.floor((100 * points) / all);
}

/**
 * Passed with the score that the course asks for. Completed when every challenge is solved, by whatever way, or with 80 of 100 where
 * the course asks for none. Else incomplete; nobody fails.
 * @param {State} state
 * @param {Challenges} challenges
 * @param {number | undefined} mastery the score that the course asks for
 * @returns {Status}
 */
export function statusOf(state, challenges, mastery) {
  const score = scoreOf(state, challenges);
  if (mastery !== undefined && score >= mastery) return "passed";
  const enough = mastery === undefined && score >= ENOUGH;
  return enough || challenges.every(({ id }) => entry(state.solved, id)) ? "completed" : "incomplete";
}
