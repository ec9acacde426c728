// The programs that readers begin with: files in `text/<language>/python/`, English where a language has none.

import { asset } from "../shell/assets.js";
import { LoadFault } from "../shell/load-fault.js";

/**
 * @param {import("../shell/labels.js").Words} words
 * @param {string} name
 * @returns {Promise<string>}
 */
export async function starter(words, name) {
  const folder = words.language.toLowerCase().split("-")[0] ?? "en";
  const inLanguage = (/** @type {string} */ language) => asset(`text/${language}/python/${name}.py`);
  const answer = await inLanguage(folder).catch((reason) => {
    if (folder === "en" || !(reason instanceof LoadFault) || reason.code !== "missing") throw reason;
    return inLanguage("en");
  });
  return answer.text();
}
