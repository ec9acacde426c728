// How many challenges there are and how many are solved, in each section and in all.

import course from "../course.json?challenges:id:section:xp";
import { entry } from "./state.js";

/** @typedef {import("./types.js").State} State */
/** @typedef {{ section: string, solved: number, count: number }} Mark */

/** The challenges of the course, without what is asked in them. */
export const challenges = course.challenges;

/** A mark for each section that has challenges, in the order of the lesson. @param {State} state @returns {Mark[]} */
export function marksOf(state) {
  /** @type {Map<string, Mark>} */
  const marks = new Map();
  for (const { id, section } of challenges) {
    const mark = marks.get(section) ?? { section, solved: 0, count: 0 };
    const solved = entry(state.solved, id) === undefined ? 0 : 1;
    marks.set(section, { section, solved: mark.solved + solved, count: mark.count + 1 });
  }
  return [...marks.values()];
}

/** How many challenges of the course are solved. @param {State} state */
export const solvedOf = (state) => marksOf(state).reduce((sum, { solved }) => sum + solved, 0);

/** The course as completion codes know it: each challenge with its points, one a line. */
export const courseText = () => challenges.map(({ id, xp }) => `${id} ${xp}`).join("\n");
