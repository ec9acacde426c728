// Progress as plain data: what is accepted of data from anywhere, record by record, and within which bounds.

/** @typedef {import("./types.js").State} State */
/** @typedef {import("./types.js").CardState} CardState */

/** Points that a record, and a whole, can have. */
const MOST_XP = 1000;
const MOST_XP_IN_ALL = 65_535;
/** Records of one kind; with the longest names they all fit into what is saved. */
const MOST_RECORDS = 100;
/** Characters of one draft. */
export const LONGEST_DRAFT = 20_000;
/** The last moment that a date can be. */
const LAST_MOMENT = 8.64e15;
/** What each number of a card lies between. @type {Record<keyof CardState, [number, number]>} */
const CARD_BOUNDS = {
  due: [0, LAST_MOMENT],
  last: [0, LAST_MOMENT],
  stability: [0, 36_500],
  difficulty: [0, 10],
  scheduled: [0, 36_500],
  steps: [0, 10],
  reps: [0, 100_000],
  lapses: [0, 100_000],
  stage: [0, 3],
};
const WHOLE = ["due", "last", "steps", "reps", "lapses", "stage"];

/** Before anything has been done. @type {State} */
export const EMPTY = Object.freeze({ xp: 0, solved: {}, shown: {}, drafts: {}, cards: {} });

/**
 * What can be used of data that others have written: each record by itself, numbers drawn into their bounds.
 * @param {unknown} data
 * @param {boolean} [trusted] whether the points in all count as they stand; if not, only those of records do
 * @returns {State}
 */
export function readState(data, trusted = true) {
  const fields = record(data);
  const state = {
    xp: trusted ? whole(fields["xp"], 0, MOST_XP_IN_ALL) ?? 0 : 0,
    solved: records(fields["solved"], readSolved),
    shown: records(fields["shown"], readMoment),
    drafts: records(fields["drafts"], readDraft),
    cards: records(fields["cards"], readCard),
  };
  return { ...state, xp: atLeastSolved(state) };
}

/** The points of a state: as many as the solved challenges give, or more if it once had more. @param {Pick<State, "xp" | "solved">} state */
export function atLeastSolved({ xp, solved }) {
  const sum = Object.values(solved).reduce((total, one) => total + one.xp, 0);
  return Math.min(MOST_XP_IN_ALL, Math.max(xp, sum));
}

/** The record under an id, not what every object inherits. @template T @param {Readonly<Record<string, T>>} list @param {string} id @returns {T | undefined} */
export const entry = (list, id) => (Object.hasOwn(list, id) ? list[id] : undefined);

/** Whether records may have this name. @param {string} id */
export const isId = (id) => /^[a-z][\w.:-]{0,59}$/i.test(id);

/** Records in the order of their names, so that the same state is always the same text. @template T @param {[string, T][]} entries @returns {Record<string, T>} */
export const listed = (entries) => Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, MOST_RECORDS));

/** @template T @param {unknown} data @param {(value: unknown) => T | undefined} read @returns {Record<string, T>} */
function records(data, read) {
  /** @type {[string, T][]} */
  const kept = [];
  for (const [id, value] of Object.entries(record(data))) {
    const found = isId(id) ? read(value) : undefined;
    if (found !== undefined) kept.push([id, found]);
  }
  return listed(kept);
}

/** @param {unknown} data */
function readSolved(data) {
  const { xp, at } = record(data);
  const points = whole(xp, 0, MOST_XP);
  return points === undefined ? undefined : { xp: points, at: readMoment(at) ?? 0 };
}

/** @param {unknown} data */
const readMoment = (data) => whole(data, 0, LAST_MOMENT);

/** @param {unknown} data */
function readDraft(data) {
  const { text, at } = record(data);
  if (typeof text !== "string" || text.length > LONGEST_DRAFT) return undefined;
  return { text, at: readMoment(at) ?? 0 };
}

/** @param {unknown} data @returns {CardState | undefined} */
function readCard(data) {
  const fields = record(data);
  const read = Object.entries(CARD_BOUNDS).map(([name, [least, most]]) => {
    const value = WHOLE.includes(name) ? whole(fields[name], least, most) : number(fields[name], least, most);
    return [name, value];
  });
  return read.every(([, value]) => value !== undefined) ? Object.fromEntries(read) : undefined;
}

/** @param {unknown} value @param {number} least @param {number} most */
function number(value, least, most) {
  if (typeof value !== "number" || Number.isNaN(value)) return undefined;
  return Math.min(most, Math.max(least, value));
}

/** @param {unknown} value @param {number} least @param {number} most */
function whole(value, least, most) {
  const found = number(value, least, most);
  return found === undefined ? undefined : Math.round(found);
}

/** @param {unknown} data @returns {Record<string, unknown>} */
function record(data) {
  return data && typeof data === "object" && !Array.isArray(data) ? /** @type {Record<string, unknown>} */ (data) : {};
}
