// The text that progress is saved as: an envelope with a version and a checksum, at most 50 kB, and how such a text is opened.

import { EMPTY, listed, readState } from "./state.js";

/** @typedef {import("./types.js").State} State */
/** @typedef {import("./types.js").Found} Found */

const KIND = "downhill progress";
/** Goes up when older pages could no longer read what is written. */
export const VERSION = 1;
/** Bytes of a sealed text, as a file has them. */
export const LARGEST = 50_000;

/** How the state of a version becomes that of the next. @type {Record<number, (state: any) => unknown>} */
const MIGRATIONS = {};

/** A state that is not too large to be saved: the oldest drafts are left out. @param {State} state @returns {State} */
export function fitting(state) {
  const drafts = Object.entries(state.drafts).sort(([, a], [, b]) => b.at - a.at || (a.text < b.text ? -1 : 1));
  let fitted = state;
  while (tooLarge(seal(fitted)) && drafts.pop()) fitted = { ...state, drafts: listed([...drafts]) };
  return fitted;
}

/** A state as the text that is saved. @param {State} state @param {number} [version] */
export function seal(state, version = VERSION) {
  const inside = JSON.stringify(state);
  return `{"kind":"${KIND}","version":${version},"checksum":"${checksum(version, inside)}","state":${inside}}`;
}

/**
 * What a text holds. What is damaged is read as far as its records can be; so is what a newer page has written.
 * @param {string} text
 * @param {number} [version] of the page that reads
 * @param {Record<number, (state: any) => unknown>} [migrations]
 * @returns {Found}
 */
export function unseal(text, version = VERSION, migrations = MIGRATIONS) {
  const envelope = parsed(text);
  if (!envelope || !Number.isInteger(envelope.version) || envelope.version < 1 || !envelope.state) return { verdict: "foreign", state: EMPTY };
  if (envelope.version > version) return { verdict: "newer", state: readState(envelope.state, false) };
  const intact = envelope.kind === KIND && envelope.checksum === checksum(envelope.version, JSON.stringify(envelope.state));
  /** @type {unknown} */
  let state = envelope.state;
  for (let from = envelope.version; from < version; from += 1) state = migrated(state, migrations[from]);
  return intact ? { verdict: "good", state: readState(state) } : { verdict: "damaged", state: readState(state, false) };
}

/** @param {string} text @returns {{ kind?: unknown, version: number, checksum?: unknown, state: object } | undefined} */
function parsed(text) {
  try {
    const data = JSON.parse(text);
    return data && typeof data === "object" ? data : undefined;
  } catch {
    return undefined;
  }
}

/** @param {unknown} state @param {((state: any) => unknown) | undefined} step */
function migrated(state, step) {
  try {
    return step ? step(state) : state;
  } catch {
    // Damaged data may lack what the step relies on; its records are then read as they are.
    return state;
  }
}

/** The 32-bit hash FNV-1a over the version and the UTF-16 units of the state. @param {number} version @param {string} inside */
export function checksum(version, inside) {
  let hash = 0x811c9dc5;
  for (const text of [String(version), inside]) {
    for (let k = 0; k < text.length; k += 1) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** @param {string} text */
const tooLarge = (text) => 3 * text.length > LARGEST && new TextEncoder().encode(text).length > LARGEST;
