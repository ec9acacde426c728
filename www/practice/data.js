// The challenges as course.json describes them; their data come with the practice part only.

import course from "../course.json?challenges,sections";

/** @typedef {import("./types.js").Challenge} Challenge */

/** In the order of the course. @type {Challenge[]} */
export const challenges = course.challenges;

/** @param {string | undefined} id @returns {Challenge | undefined} */
export const challengeOf = (id) => challenges.find((challenge) => challenge.id === id);

/** The sections that have challenges, in the order of the lesson, each with its own. @type {{ id: string, own: Challenge[] }[]} */
export const sections = course.sections
  .map(({ id }) => ({ id, own: challenges.filter(({ section }) => section === id) }))
  .filter(({ own }) => own.length > 0);
