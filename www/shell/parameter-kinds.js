// The kinds of parameters: how each is read from text, written back, and what it accepts.

import { plainNumber, readCall, settingsText, withLists, writeCall } from "./calls.js";
import { without } from "./plain.js";

/** @typedef {import("./types.js").Accepted} Accepted */
/** @typedef {import("./types.js").Known} Known */
/** @typedef {{ read: (text: string, known: Known) => unknown, write: (value: any) => string, accepted: (known: Known, text: string) => Accepted, refused?: (text: string) => string }} Kind */

/** Controls that a host may hide or freeze. */
export const CONTROLS = ["presets", "loss", "settings", "data", "measurements", "start", "drops", "alpha", "optimizer", "batch", "steps", "transport", "share", "export", "history", "readouts", "arithmetic", "signs", "basins", "table", "budget", "ranking", "scaling", "votes", "todo"];

/** @param {number} lowest @param {number} highest @returns {Kind} */
export const number = (lowest, highest) => ({
  read: (text) => within(plainNumber(text), lowest, highest),
  write: String,
  accepted: (_, text) => ifComma(text) ?? { code: "number", lowest, highest },
});

/** @param {number} lowest @param {number} highest @returns {Kind} */
export const whole = (lowest, highest) => ({
  read: (text) => {
    const value = within(plainNumber(text), lowest, highest);
    return Number.isInteger(value) ? value : undefined;
  },
  write: String,
  accepted: () => ({ code: "wholeNumber", lowest, highest }),
});

/** @param {number} fewest @param {number} most @returns {Kind} */
export const numbers = (fewest, most) => ({
  read: (text) => {
    const values = numberList(text, most);
    return values && values.length >= fewest ? values : undefined;
  },
  write: (value) => value.join(","),
  accepted: () => ({ code: "numbers", fewest, most, lowest: -1e12, highest: 1e12 }),
});

/** @type {Kind} */
export const truth = {
  read: (text) => (text.trim() === "true" ? true : text.trim() === "false" ? false : undefined),
  write: String,
  accepted: () => ({ code: "truth" }),
};

/** @param {(known: Known) => string[]} names @returns {Kind} */
export const oneOf = (names) => ({
  read: (text, known) => names(known).find((name) => name === text.trim()),
  write: String,
  accepted: (known) => ({ code: "oneOf", names: names(known) }),
});

/** @type {Kind} */
export const controls = {
  read: (text) => namesIn(text).filter((name) => CONTROLS.includes(name)),
  write: (value) => value.join(","),
  accepted: () => ({ code: "someOf", names: CONTROLS }),
  refused: (text) => namesIn(text).filter((name) => !CONTROLS.includes(name)).join(", "),
};

/** @param {string} text */
const namesIn = (text) => text.split(/[\s,]+/).filter(Boolean);

/** @type {Kind} */
export const loss = {
  read: (text, known) => {
    const call = readCall(text);
    const entry = known.losses.find(({ name }) => name === call?.name);
    if (call && entry) return withLists(call, entry.settings);
    return text.trim() ? { expression: text.trim() } : undefined;
  },
  write: (value) => value.expression ?? writeCall(value),
  accepted: (known) => ({ code: "loss", names: known.losses.map(({ name }) => name) }),
};

/** @type {Kind} */
export const optimizer = {
  read: (text, known) => {
    const call = readCall(text);
    return call && known.optimizers.some(({ name }) => name === call.name) ? call : undefined;
  },
  write: writeCall,
  accepted: (known) => ({ code: "oneOf", names: known.optimizers.map(({ name }) => name) }),
};

/** @type {Kind} */
export const optimizers = {
  read: (text, known) => {
    const calls = text.split(";").map((call) => optimizer.read(call, known));
    return calls.length <= 8 && calls.every(Boolean) ? calls : undefined;
  },
  write: (value) => value.map(writeCall).join(";"),
  accepted: optimizer.accepted,
};

/** @type {Kind} */
export const stop = {
  read: (text) => {
    const call = readCall(`stop(${text})`);
    return call && without(call, "name");
  },
  write: (value) => settingsText(value),
  accepted: () => ({ code: "stop" }),
};

/** @type {Kind} */
export const points = {
  read: (text) => {
    const all = text.split(";").map((point) => numberList(point, 2));
    return all.length <= 8 && all.every(Boolean) ? all : undefined;
  },
  write: (value) => value.map((/** @type {number[]} */ point) => point.join(",")).join(";"),
  accepted: () => ({ code: "points", most: 8 }),
};

/** @type {Kind} */
export const language = {
  read: (text, known) => {
    const [, spoken] = text.trim().match(/^([a-z]{2,3})(-[a-z0-9]{2,8})*$/i) ?? [];
    return spoken && known.languages.includes(spoken.toLowerCase()) ? text.trim() : undefined;
  },
  write: String,
  accepted: (known) => ({ code: "oneOf", names: known.languages }),
};

/** @type {Kind} */
export const name = {
  read: (text) => (/^[\w-]{1,60}$/.test(text.trim()) ? text.trim() : undefined),
  write: String,
  accepted: () => ({ code: "text" }),
};

/** A single number with a comma may be a decimal one, or one with its thousands parted: nobody can tell. @param {string} text @returns {Accepted | undefined} */
function ifComma(text) {
  const written = text.trim().replace(",", ".");
  return text.includes(",") && !Number.isNaN(plainNumber(written)) ? { code: "point", written } : undefined;
}

/** @param {number} value @param {number} lowest @param {number} highest */
function within(value, lowest, highest) {
  return value >= lowest && value <= highest ? value : undefined;
}

/** @param {string} text @param {number} most */
function numberList(text, most) {
  const values = text.replace(/^[\s(]+|[\s)]+$/g, "").split(/\s*[,\s]\s*/).map(plainNumber);
  return values.length <= most && values.every((value) => Math.abs(value) <= 1e12) ? values : undefined;
}
