// Pieces of Python: numbers, indented blocks, names.

/** Longest line of a list. */
const WIDE = 100;

/** A number with which Python reckons as with a float: every digit it has, and a point if it is whole. @param {number} value */
export function float(value) {
  if (!Number.isFinite(value)) return `float("${Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf"}")`;
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** A value as Python writes it: a number, a text, a truth, a list. @param {unknown} value @returns {string} */
export function literal(value) {
  if (Array.isArray(value)) return rows(value.map(literal));
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "number" ? float(value) : JSON.stringify(value);
}

/** A list on one line, or on several if it is long. @param {string[]} items */
export function rows(items) {
  const line = `[${items.join(", ")}]`;
  if (line.length <= WIDE) return line;
  const lines = [""];
  for (const item of items) {
    const last = lines.length - 1;
    if (lines[last] && `${lines[last]} ${item},`.length > WIDE - 4) lines.push(`${item},`);
    else lines[last] = `${lines[last]} ${item},`.trim();
  }
  return `[\n${indented(lines.join("\n"))}\n]`;
}

/** `learningRate` as Python would have it, `learning_rate`. @param {string} name */
export const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Lines moved to the right. @param {string} text @param {number} [levels] */
export const indented = (text, levels = 1) => text.replaceAll(/^(?=.)/gm, "    ".repeat(levels));

/** @param {string} head such as `def loss(x)` @param {string} body @param {string} [told] what its first line tells about it */
export const block = (head, body, told) => `${head}:\n${indented(told ? `"""${told}"""\n${body}` : body)}`;
