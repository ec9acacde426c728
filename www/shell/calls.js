// Names with settings as text, such as `adam(beta1=0.8)`, and the plain numbers in them.

import { without } from "./plain.js";

/** @typedef {{ name: string, [setting: string]: unknown }} Call */

/** The number that a text is, or NaN. @param {string} text */
export function plainNumber(text) {
  const plain = text.trim().replace(/^[−–]/, "-");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
}

/** `name` or `name(setting=1,list=1 2 3)`. @param {string} text @returns {Call | undefined} */
export function readCall(text) {
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
export function writeCall(call) {
  const settings = settingsText(without(call, "name"));
  return settings ? `${call.name}(${settings})` : call.name;
}

/** @param {Record<string, unknown>} settings */
export function settingsText(settings) {
  const text = (/** @type {unknown} */ value) => (Array.isArray(value) ? value.join(" ") : String(value));
  return Object.entries(settings).map(([key, value]) => `${key}=${text(value)}`).join(",");
}
