// Reads what a worker says a program has done; since a program may have had a hand in it, nothing is taken for granted.

/** @typedef {import("./types.js").Result} Result */
/** @typedef {import("./types.js").ProgramError} ProgramError */

const POINTS = 10_000;
const VALUES = 1_000;
const LETTERS = 5_000;

/** @type {ProgramError["kind"][]} */
const KINDS = ["error", "input", "exit", "module", "memory", "crash"];

/** @param {any} given @returns {Omit<Result, "output">} */
export function checked(given) {
  const dimension = given?.dimension === 2 ? 2 : 1;
  const trail = Array.isArray(given?.trail) ? given.trail.slice(0, POINTS * dimension).filter(isNumber) : [];
  const values = Object.entries(given?.values ?? {}).filter(([, value]) => isNumber(value)).slice(0, VALUES);
  return {
    cut: given?.cut === true,
    dimension,
    trail: trail.slice(0, trail.length - (trail.length % dimension)),
    values: Object.fromEntries(/** @type {[string, number][]} */ (values)),
    ...(given?.error && { error: errorOf(given.error) }),
  };
}

/** @param {any} error @returns {ProgramError} */
function errorOf({ kind, text, message, line, name }) {
  return {
    kind: KINDS.includes(kind) ? kind : "error",
    text: String(text ?? "").slice(0, LETTERS),
    message: String(message ?? "").slice(0, LETTERS),
    line: Number.isInteger(line) && line > 0 ? line : 0,
    name: String(name ?? "").slice(0, LETTERS),
  };
}

/** @param {unknown} value */
function isNumber(value) {
  return typeof value === "number";
}
