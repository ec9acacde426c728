// Progress as a text short enough for SCORM 1.2, whose `cmi.suspend_data` takes 4,096 characters, and how such a text is read.

import { checksum } from "../progress/envelope.js";
import { EMPTY, readState } from "../progress/state.js";

/** @typedef {import("../progress/types.js").State} State */
/** @typedef {import("../progress/types.js").CardState} CardState */
/** @typedef {"none" | "good" | "damaged" | "newer"} Verdict */

const KIND = "downhill";
const VERSION = 1;
/** Characters, all of them ASCII, for systems that count bytes. */
const ROOM = 4096;
/** Times are kept to the second, numbers of a card to the ten-thousandth. */
const SECOND = 1000;
const FINE = 10_000;
/** The numbers of a card in the order they are written, and how many of each make its unit. @type {[keyof CardState, number][]} */
const CARD = [
  ["due", 1 / SECOND],
  ["last", 1 / SECOND],
  ["stability", FINE],
  ["difficulty", FINE],
  ["scheduled", 1],
  ["steps", 1],
  ["reps", 1],
  ["lapses", 1],
  ["stage", 1],
];

/**
 * A state as a text, and how many records had no room in it. Points come first, then cards, then what is being typed, the latest first.
 * @param {State} state
 * @param {number} [room]
 * @returns {{ text: string, left: number }}
 */
export function pack(state, room = ROOM) {
  let body = coded(state.xp);
  let left = 0;
  const free = room - sealed("").length;
  for (const record of recordsOf(state)) {
    if (body.length + 1 + record.length <= free) body += `;${record}`;
    else left += 1;
  }
  return { text: sealed(body), left };
}

/** What a text holds; of a damaged one the records that can still be read. @param {string} text @returns {{ verdict: Verdict, state: State }} */
export function unpack(text) {
  if (text.trim() === "") return { verdict: "none", state: EMPTY };
  const [, version, sum, body] = /^downhill(\d{1,6});([0-9a-f]{8});(.*)$/s.exec(text) ?? [];
  if (version === undefined || body === undefined) return { verdict: "damaged", state: EMPTY };
  if (Number(version) > VERSION) return { verdict: "newer", state: EMPTY };
  const intact = sum === checksum(VERSION, body);
  return { verdict: intact ? "good" : "damaged", state: readState(parsed(body), intact) };
}

/** @param {string} body */
const sealed = (body) => `${KIND}${VERSION};${checksum(VERSION, body)};${body}`;

/** @param {State} state */
function recordsOf({ solved, shown, cards, drafts }) {
  const latest = Object.entries(drafts).sort(([, a], [, b]) => b.at - a.at);
  return [
    ...Object.entries(solved).map(([id, { xp, at }]) => ["s", id, coded(xp), coded(at / SECOND)]),
    ...Object.entries(shown).map(([id, at]) => ["h", id, coded(at / SECOND)]),
    ...Object.entries(cards).map(([id, card]) => ["c", id, ...CARD.map(([name, unit]) => coded(card[name] * unit))]),
    ...latest.map(([id, { text, at }]) => ["d", id, coded(at / SECOND), escaped(text)]),
  ].map((fields) => fields.join(","));
}

/** @param {string} body */
function parsed(body) {
  const [xp, ...records] = body.split(";");
  /** @type {Record<"solved" | "shown" | "cards" | "drafts", Record<string, unknown>>} */
  const data = { solved: {}, shown: {}, cards: {}, drafts: {} };
  for (const record of records) {
    const [kind, id = "", ...fields] = record.split(",");
    const [first, second] = fields;
    if (kind === "s") data.solved[id] = { xp: number(first), at: number(second) * SECOND };
    if (kind === "h") data.shown[id] = number(first) * SECOND;
    if (kind === "c") data.cards[id] = Object.fromEntries(CARD.map(([name, unit], index) => [name, number(fields[index]) / unit]));
    if (kind === "d") data.drafts[id] = { at: number(first) * SECOND, text: plain(second) };
  }
  return { xp: number(xp), ...data };
}

/** @param {number} value */
const coded = (value) => Math.floor(value + 1e-6).toString(36);

/** @param {string | undefined} text */
const number = (text) => (/^[0-9a-z]{1,10}$/.test(text ?? "") ? Number.parseInt(String(text), 36) : NaN);

/** Half of a pair of surrogates is no character, and has no code. @param {string} text */
const escaped = (text) => text.replace(/\p{Surrogate}/gu, "\ufffd").replace(/[^ -~]|[%,;]/gu, encodeURIComponent);

/** @param {string | undefined} text */
function plain(text) {
  try {
    return decodeURIComponent(text ?? "");
  } catch {
    return undefined;
  }
}
