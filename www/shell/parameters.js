// The one table of parameters: what each is, how it is read from text and written back. Address, hash and attributes use it.

import { without } from "./plain.js";

/** @typedef {import("./types.js").Accepted} Accepted */
/** @typedef {import("./types.js").Fault} Fault */
/** @typedef {import("./types.js").Known} Known */
/** @typedef {{ name: string, [setting: string]: unknown }} Call a name with settings, `adam(beta1=0.8)` */
/** @typedef {{ read: (text: string, known: Known) => unknown, write: (value: any) => string, accepted: (known: Known) => Accepted }} Kind */

/** Longest text of one parameter, in bytes. */
const LONGEST = 2000;
/** Controls that a host may hide or freeze. */
export const CONTROLS = ["presets", "loss", "start", "alpha", "optimizer", "steps", "transport", "share", "readouts", "arithmetic", "table"];
export const THEMES = ["auto", "light", "dark", "projector"];

/** @param {number} lowest @param {number} highest @returns {Kind} */
const number = (lowest, highest) => ({
  read: (text) => within(plainNumber(text), lowest, highest),
  write: String,
  accepted: () => ({ code: "number", lowest, highest }),
});

/** @param {number} lowest @param {number} highest @returns {Kind} */
const whole = (lowest, highest) => ({
  read: (text) => {
    const value = within(plainNumber(text), lowest, highest);
    return Number.isInteger(value) ? value : undefined;
  },
  write: String,
  accepted: () => ({ code: "wholeNumber", lowest, highest }),
});

/** @param {number} most @returns {Kind} */
const numbers = (most) => ({
  read: (text) => numberList(text, most),
  write: (value) => value.join(","),
  accepted: () => ({ code: "numbers", fewest: 1, most, lowest: -1e12, highest: 1e12 }),
});

/** @param {(known: Known) => string[]} names @returns {Kind} */
const oneOf = (names) => ({
  read: (text, known) => names(known).find((name) => name === text.trim()),
  write: String,
  accepted: (known) => ({ code: "oneOf", names: names(known) }),
});

/** @type {Kind} */
const controls = {
  read: (text) => {
    const names = text.split(/[\s,]+/).filter(Boolean);
    return names.every((name) => CONTROLS.includes(name)) ? names : undefined;
  },
  write: (value) => value.join(","),
  accepted: () => ({ code: "someOf", names: CONTROLS }),
};

/** @type {Kind} */
const loss = {
  read: (text, known) => {
    const call = readCall(text);
    if (call && known.losses.some(({ name }) => name === call.name)) return call;
    return text.trim() ? { expression: text.trim() } : undefined;
  },
  write: (value) => value.expression ?? writeCall(value),
  accepted: (known) => ({ code: "loss", names: known.losses.map(({ name }) => name) }),
};

/** @type {Kind} */
const optimizer = {
  read: (text, known) => {
    const call = readCall(text);
    return call && known.optimizers.some(({ name }) => name === call.name) ? call : undefined;
  },
  write: writeCall,
  accepted: (known) => ({ code: "oneOf", names: known.optimizers.map(({ name }) => name) }),
};

/** @type {Kind} */
const stop = {
  read: (text) => {
    const call = readCall(`stop(${text})`);
    return call && without(call, "name");
  },
  write: (value) => settingsText(value),
  accepted: () => ({ code: "stop" }),
};

/** @type {Kind} */
const points = {
  read: (text) => {
    const all = text.split(";").map((point) => numberList(point, 2));
    return all.length <= 8 && all.every(Boolean) ? all : undefined;
  },
  write: (value) => value.map((/** @type {number[]} */ point) => point.join(",")).join(";"),
  accepted: () => ({ code: "points", most: 8 }),
};

/** @type {Kind} */
const language = {
  read: (text, known) => {
    const [, spoken] = text.trim().match(/^([a-z]{2,3})(-[a-z0-9]{2,8})*$/i) ?? [];
    return spoken && known.languages.includes(spoken.toLowerCase()) ? text.trim() : undefined;
  },
  write: String,
  accepted: (known) => ({ code: "oneOf", names: known.languages }),
};

/** @type {Kind} */
const name = {
  read: (text) => (/^[\w-]{1,60}$/.test(text.trim()) ? text.trim() : undefined),
  write: String,
  accepted: () => ({ code: "text" }),
};

/** Every parameter, in the order in which they are applied and written. @type {Record<string, Kind>} */
export const PARAMETERS = {
  scene: oneOf((known) => known.scenes),
  preset: name,
  loss,
  optimizer,
  alpha: number(0, 1e6),
  beta: number(0, 1),
  start: numbers(2),
  steps: whole(0, 1e6),
  stop,
  seed: whole(0, Number.MAX_SAFE_INTEGER),
  batch: whole(1, 1e6),
  marbles: points,
  step: whole(0, 1e6),
  scale: oneOf(() => ["linear", "log"]),
  view: numbers(2),
  hide: controls,
  lock: controls,
  lang: language,
  theme: oneOf(() => THEMES),
};

/**
 * The value of one parameter, or the fault in it.
 * @param {string} parameter
 * @param {string} text
 * @param {Known} known
 * @returns {{ value: unknown } | { fault: Fault }}
 */
export function readParameter(parameter, text, known) {
  const kind = /** @type {Kind} */ (PARAMETERS[parameter]);
  const fault = (/** @type {Accepted} */ accepted) => ({ fault: { field: parameter, given: shorten(text), accepted } });
  if (new TextEncoder().encode(text).length > LONGEST) return fault({ code: "length", most: LONGEST });
  const value = kind.read(text, known);
  return value === undefined ? fault(kind.accepted(known)) : { value };
}

/** @param {string} parameter @param {unknown} value */
export function writeParameter(parameter, value) {
  return /** @type {Kind} */ (PARAMETERS[parameter]).write(value);
}

/** The parameters among the fields of a query or a hash. @param {string} text @returns {Record<string, string>} */
export function fromQuery(text) {
  const fields = new URLSearchParams(text.replace(/^[?#]/, ""));
  return Object.fromEntries([...fields].filter(([key]) => Object.hasOwn(PARAMETERS, key)));
}

/** A query with the characters that may stay readable left so. @param {Record<string, string>} parameters */
export function toQuery(parameters) {
  const readable = (/** @type {string} */ text) => encodeURIComponent(text).replace(/%(2C|3B|28|29|3D|2F|5E|2A)/g, decodeURIComponent);
  return Object.entries(parameters).map(([key, text]) => `${key}=${readable(text)}`).join("&");
}

/** The first characters of a text, for quoting. @param {string} text */
export function shorten(text) {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** @param {string} text */
function plainNumber(text) {
  const plain = text.trim().replace(/^[−–]/, "-");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
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

/** `name` or `name(setting=1,list=1 2 3)`. @param {string} text @returns {Call | undefined} */
function readCall(text) {
  const [, called, inside] = text.trim().match(/^(\w+)(?:\(([^()]*=[^()]*)\))?$/) ?? [];
  if (called === undefined) return undefined;
  /** @type {Call} */
  const call = { name: called };
  for (const pair of inside?.split(",") ?? []) {
    const [key = "", value = ""] = pair.split("=").map((part) => part.trim());
    const list = value.split(/\s+/).map(plainNumber);
    if (!/^\w+$/.test(key) || key === "name" || list.some(Number.isNaN)) return undefined;
    call[key] = list.length === 1 ? list[0] : list;
  }
  return call;
}

/** @param {Call} call */
function writeCall(call) {
  const settings = settingsText(without(call, "name"));
  return settings ? `${call.name}(${settings})` : call.name;
}

/** @param {Record<string, unknown>} settings */
function settingsText(settings) {
  const text = (/** @type {unknown} */ value) => (Array.isArray(value) ? value.join(" ") : String(value));
  return Object.entries(settings).map(([key, value]) => `${key}=${text(value)}`).join(",");
}
