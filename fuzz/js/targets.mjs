// The targets of the page's own scripts: what each does with a text, and the pieces that its texts are made of.
import * as messages from "./messages.mjs";
import * as parameters from "./parameters.mjs";
import * as saved from "./saved.mjs";

/** @typedef {{ fuzz: (text: string) => void | Promise<void>, pieces: readonly string[] }} Target */

/** @type {Record<string, Target>} */
const TARGETS = { parameters, saved, messages };

/** @param {string} name */
export function targetOf(name) {
  const target = TARGETS[name];
  if (!target) throw new Error(`There is no such target; there are ${Object.keys(TARGETS).join(", ")}.`);
  return target;
}
