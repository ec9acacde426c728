// Names with settings as text, such as `adam(beta1=0.8)`, and the plain numbers in them.

import { without } from "./plain.js";

/** @typedef {{ name: string, [setting: string]: unknown }} Call */

/** The number that a text is, or NaN. @param {string} text */
export function plainNumber(text) {
  const plain = text.trim().replace(/^[−–]/, "-");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
}

/** `name` or `name(setting=1,list=1 2 3,rows=0 1;2 3,choice=mean,switch=true)`. @param {string} text @returns {Call | undefined} */
export function readCall(text) {
  const [, called, inside] = text.trim().match(/^(\w+)(?:\(([^()]*=[^()]*)\))?$/) ?? [];
  if (called === undefined) return undefined;
  /** @type {Call} */
  const call = { name: called };
  for (const pair of inside?.split(",") ?? []) {
    const [key = "", value = "", ...more] = pair.split("=").map((part) => part.trim());
    const setting = readSetting(value);
    // A setting begins with a letter: `__proto__` would not become a setting of the call, but what it inherits from.
    if (!/^[a-z]\w*$/i.test(key) || key === "name" || more.length > 0 || setting === undefined) return undefined;
    call[key] = setting;
  }
  return call;
}

/** A number, several, pairs of them parted by semicolons, true or false, or a name. @param {string} text */
function readSetting(text) {
  if (/^[a-z]\w*$/i.test(text)) return text === "true" || text === "false" ? text === "true" : text;
  const rows = text.replace(/;\s*$/, "").split(";").map((row) => row.trim().split(/\s+/).map(plainNumber));
  if (rows.flat().some(Number.isNaN)) return undefined;
  if (text.includes(";")) return rows;
  return rows[0]?.length === 1 ? rows[0][0] : rows[0];
}

/**
 * The call with every list that its settings expect, where a single number or a single pair was read.
 * @param {Call} call
 * @param {import("../downhill.js").LossSetting[]} settings
 */
export function withLists(call, settings) {
  for (const { name, default: usual } of settings) {
    const value = call[name];
    if (Array.isArray(usual) && typeof value === "number") call[name] = [value];
    if (Array.isArray(usual) && Array.isArray(usual[0]) && Array.isArray(value) && !Array.isArray(value[0])) call[name] = [value];
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
  const text = (/** @type {any} */ value) =>
    !Array.isArray(value) ? String(value) : Array.isArray(value[0]) ? value.map((row) => row.join(" ")).join(";") : value.join(" ");
  return Object.entries(settings).map(([key, value]) => `${key}=${text(value)}`).join(",");
}
