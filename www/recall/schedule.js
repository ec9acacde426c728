// When a card comes again: the published schedule FSRS (Free Spaced Repetition Scheduler), as the library ts-fsrs computes it.

import { FSRSVersion, Rating, createEmptyCard, fsrs } from "ts-fsrs";

/** @typedef {import("../progress/types.js").CardState} CardState */
/** @typedef {Readonly<Record<string, CardState>>} States */

/** The reader's own judgement, from worst to best. @type {["again", "hard", "good", "easy"]} */
export const GRADES = ["again", "hard", "good", "easy"];

/** The library and the version of the schedule, as it names itself: `v5.4.2 using FSRS-6.0`. */
export const SOURCE = FSRSVersion;

// Without chance in it, so that the page can say beforehand when a card will come again.
const scheduler = fsrs({ enable_fuzz: false });
const RATINGS = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy };
/** Less is no state that the schedule makes; a card of which so little is known counts as new. */
const LEAST_STABILITY = 0.001;
const LEAST_DIFFICULTY = 1;

/**
 * The card after each grade that the reader could give now.
 * @param {CardState | undefined} card none for one that has never been gone through
 * @param {number} now
 * @returns {Record<"again" | "hard" | "good" | "easy", CardState>}
 */
export function outcomes(card, now) {
  const after = (/** @type {keyof typeof RATINGS} */ grade) => stateOf(scheduler.next(cardOf(card, now), new Date(now), /** @type {import("ts-fsrs").Grade} */ (RATINGS[grade])).card);
  return { again: after("again"), hard: after("hard"), good: after("good"), easy: after("easy") };
}

/**
 * Which cards wait, in the order in which they are asked: first those that are due, the longest due first, then new ones.
 * @param {string[]} ids in the order of the course
 * @param {States} states
 * @param {number} now
 */
export function waiting(ids, states, now) {
  return { due: byDue(ids, states).filter((id) => dueAt(id, states) <= now), fresh: ids.filter((id) => !Object.hasOwn(states, id)) };
}

/** The cards that have been gone through, the soonest due first. @param {string[]} ids @param {States} states */
export function byDue(ids, states) {
  return ids.filter((id) => Object.hasOwn(states, id)).sort((a, b) => dueAt(a, states) - dueAt(b, states));
}

/** When a card that has been gone through is due. @param {string} id @param {States} states */
export const dueAt = (id, states) => states[id]?.due ?? 0;

/** @param {CardState | undefined} card @param {number} now @returns {import("ts-fsrs").Card} */
function cardOf(card, now) {
  const empty = createEmptyCard(new Date(now));
  if (!card) return empty;
  const { due, last, stability, difficulty, scheduled, steps, reps, lapses, stage } = card;
  if (stage === 0 || stability < LEAST_STABILITY || difficulty < LEAST_DIFFICULTY) return { ...empty, reps };
  // A clock that was wrong may have put the last time into the future.
  const last_review = new Date(Math.min(last, now));
  return { ...empty, due: new Date(due), last_review, stability, difficulty, scheduled_days: scheduled, learning_steps: steps, reps, lapses, state: stage };
}

/** @param {import("ts-fsrs").Card} card @returns {CardState} */
function stateOf(card) {
  return {
    due: card.due.getTime(),
    last: card.last_review?.getTime() ?? 0,
    stability: card.stability,
    difficulty: card.difficulty,
    scheduled: card.scheduled_days,
    steps: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    stage: card.state,
  };
}
