// A typed function as Python writes it, from the postfix order that the core gives.

/** How tightly an operator binds, and whether the operand on the same side as it leans may bind as loosely. @type {Record<string, [number, "left" | "right"]>} */
const BINARY = { "+": [1, "left"], "-": [1, "left"], "*": [2, "left"], "/": [2, "left"], "**": [4, "right"] };
const SIGN = 3;
const ATOM = 5;
/** Functions of two numbers. */
const PAIRS = ["min", "max"];

/** @typedef {{ text: string, binds: number }} Term */

/** @param {(number | string)[]} postfix @param {string[]} variables @returns {string} */
export function pythonOf(postfix, variables) {
  /** @type {Term[]} */
  const stack = [];
  const take = () => stack.pop() ?? { text: "", binds: ATOM };
  for (const word of postfix) {
    if (typeof word === "number") stack.push(number(word));
    else if (variables.includes(named(word))) stack.push({ text: named(word), binds: ATOM });
    else if (word === "negate") stack.push({ text: `-${within(take(), SIGN)}`, binds: SIGN });
    else if (BINARY[word]) stack.push(joined(word, BINARY[word], take(), take()));
    else stack.push(called(word, take, PAIRS.includes(word)));
  }
  return take().text;
}

/** A variable as it may be called in Python. @param {string} name */
export const named = (name) => (name === "θ" ? "theta" : name);

/** @param {number} value @returns {Term} */
function number(value) {
  const text = Number.isFinite(value) ? String(value) : `float("${Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf"}")`;
  return { text, binds: value < 0 ? SIGN : ATOM };
}

/** @param {string} operator @param {[number, "left" | "right"]} rule @param {Term} right @param {Term} left @returns {Term} */
function joined(operator, [binds, leans], right, left) {
  const [before, after] = leans === "left" ? [binds, binds + 1] : [binds + 1, SIGN];
  const space = operator === "**" ? "" : " ";
  return { text: `${within(left, before)}${space}${operator}${space}${within(right, after)}`, binds };
}

/** @param {string} name @param {() => Term} take @param {boolean} pair @returns {Term} */
function called(name, take, pair) {
  const last = take().text;
  return { text: pair ? `${name}(${take().text}, ${last})` : `${name}(${last})`, binds: ATOM };
}

/** In brackets if it binds more loosely than this. @param {Term} term @param {number} least */
const within = ({ text, binds }, least) => (binds < least ? `(${text})` : text);
