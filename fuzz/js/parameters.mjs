// Parameters as an address, a hash or a host's attributes bring them: a query is read, what it gives is written, and read again.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { PARAMETERS, fromQuery, readParameters, toQuery, writeParameter } from "../../www/shell/parameters.js";

const course = JSON.parse(readFileSync(new URL("../../www/course.json", import.meta.url), "utf8"));

/** What may be named. The core's own lists need WebAssembly; here is a setting of every kind. @type {any} */
const KNOWN = {
  scenes: course.scenes.map((/** @type {{ id: string }} */ { id }) => id),
  languages: course.languages,
  losses: [
    { name: "bowl", settings: [] },
    { name: "shiftedBowl", settings: [{ name: "center", default: 3 }] },
    { name: "absoluteError", settings: [{ name: "measurements", default: [1, 2, 10] }] },
    { name: "regression", settings: [{ name: "reduction", default: "sum" }, { name: "standardize", default: false }, { name: "data", default: [[0, 332]] }] },
  ],
  optimizers: ["gradientDescent", "momentum", "adam", "newton"].map((name) => ({ name, settings: [] })),
};

export const pieces = [
  ...Object.keys(PARAMETERS).map((name) => `&${name}=`), ...KNOWN.scenes, "bowl", "shiftedBowl(center=2)", "regression(data=0 1;2 3,reduction=mean)",
  "absoluteError(measurements=1 2 3)", "adam(beta1=0.8)", "gradientDescent", "stop=gradientBelow=1e-3", "true", "false", "log", "1e308", "-1e-320", "NaN", "Infinity",
  "−3", "0x10", "1_000", "(", ")", "=", ",", ";", "&", "?", "#", "+", "%20", "%", "%F0%9F", "%00", "__proto__", "constructor", "toString", "<img src=x onerror=alert(1)>", " ", "\u2028", "é", "🎈",
];

/** @param {string} text a query or a hash */
export function fuzz(text) {
  const given = fromQuery(text);
  /** @type {import("../../www/shell/types.js").Fault[]} */
  const faults = [];
  const values = readParameters(given, KNOWN, faults);
  // A list may be both: a wrong name in it is refused, the others are taken.
  const answered = new Set([...Object.keys(values), ...faults.map(({ field }) => field)]);
  assert.deepEqual(answered, new Set(Object.keys(given)), "a parameter is neither taken nor refused");
  for (const { field, given: quoted, accepted } of faults) {
    assert.ok(Object.hasOwn(PARAMETERS, field) && quoted.length <= 61 && typeof accepted.code === "string");
  }
  const texts = written(values);
  assert.deepEqual(fromQuery(toQuery(texts)), texts, "a query is read as something else than was written");
  const again = readParameters(texts, KNOWN, faults);
  assert.deepEqual(Object.keys(again), Object.keys(values), "what was written is refused");
  assert.deepEqual(written(again), texts, "what was written is read as something else");
  assert.deepEqual(Object.keys(Object.prototype), [], "every object has a new field");
}

/** @param {Record<string, unknown>} values */
function written(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, writeParameter(name, value)]));
}
