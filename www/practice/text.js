// Sentences of challenges on the page: what stands between backticks is code, everything is text.

import { element } from "../shell/dom.js";

/** The pieces of a sentence, code in elements of its own. @param {string} sentence @returns {(string | HTMLElement)[]} */
export function pieces(sentence) {
  return sentence.split("`").map((piece, index) => (index % 2 === 1 ? element("code", { text: piece }) : piece)).filter((piece) => piece !== "");
}

/** A paragraph. @param {string} sentence @param {Record<string, unknown>} [properties] */
export const paragraph = (sentence, properties = {}) => element("p", properties, ...pieces(sentence));
