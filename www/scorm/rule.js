// What a course is told of a reader's progress: the score, and whether the lesson counts as completed or passed.

import { challenges, solvedOf } from "../progress/marks-of.js";
import { entry } from "../progress/state.js";

/** @typedef {import("../progress/types.js").State} State */
/** @typedef {"incomplete" | "completed" | "passed"} Status */

/** The score with which the lesson is completed where the course has no mark of its own. */
const ENOUGH = 80;
const ALL = challenges.reduce((sum, { xp }) => sum + xp, 0);

/** The points of the course's challenges as hundredths of all that can be had, from 0 to 100, rounded down. @param {State} state */
export function scoreOf({ solved }) {
  const points = challenges.reduce((sum, { id, xp }) => sum + Math.min(xp, entry(solved, id)?.xp ?? 0), 0);
  return Math.floor((100 * points) / ALL);
}

/**
 * Passed with the score that the course asks for. Completed when every challenge is solved, by whatever way, or with 80 of 100 where
 * the course asks for none. Else incomplete; nobody fails.
 * @param {State} state
 * @param {number | undefined} mastery the score that the course asks for
 * @returns {Status}
 */
export function statusOf(state, mastery) {
  const score = scoreOf(state);
  if (mastery !== undefined && score >= mastery) return "passed";
  const enough = mastery === undefined && score >= ENOUGH;
  return enough || solvedOf(state) === challenges.length ? "completed" : "incomplete";
}
