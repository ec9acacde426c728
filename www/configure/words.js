// The words of the configurator, in the language of its page.

import { data } from "../shell/assets.js";

/** @typedef {(key: string, facts?: Record<string, string>) => string} Say */

/** Loads them. @param {string} language @returns {Promise<Say>} */
export async function wordsFor(language) {
  const words = /** @type {Record<string, string>} */ (await data(`text/${language}/configure.json`));
  return (key, facts = {}) => (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => facts[name] ?? "");
}
