// The reader's words: a sentence for each key, in the language asked for, English where a word is missing.

import english from "../text/en/labels.json?first";
import { data } from "./assets.js";
import { Numbers } from "./numbers.js";

/** @typedef {import("./types.js").Fault} Fault */

/** @type {Map<string, Promise<Words>>} */
const loaded = new Map();

/** The words and number formats of one language. */
export class Words {
  /** @param {string} language @param {Record<string, string>} labels */
  constructor(language, labels) {
    this.language = language;
    this.labels = labels;
    this.numbers = new Numbers(language);
  }

  /** Which way its lines run. */
  get direction() {
    return /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i.test(this.language) ? "rtl" : "ltr";
  }

  /** Whether there is a sentence under this key. @param {string} key */
  has(key) {
    return this.sentence(key) !== undefined;
  }

  /** The sentence under a key, the English one where the language has none. @param {string} key @returns {string | undefined} */
  sentence(key) {
    return [this.labels, english].find((labels) => Object.hasOwn(labels, key))?.[key];
  }

  /** The sentence under a key, its {placeholders} filled in; numbers are formatted. @param {string} key @param {Record<string, unknown>} [facts] */
  say(key, facts = {}) {
    const sentence = this.sentence(key) ?? key;
    return sentence.replace(/\{(\w+)\}/g, (_, name) => this.fact(facts[name]));
  }

  /** The sentence under the first key that has one. @param {string[]} keys @param {Record<string, unknown>} [facts] */
  sayFirst(keys, facts) {
    return this.say(keys.find((key) => this.has(key)) ?? String(keys.at(-1)), facts);
  }

  /** What is wrong at a control and what is accepted there. @param {Fault} fault */
  fault(fault) {
    const given = fault.given.trim() === "" ? "fault.empty" : "fault.given";
    return `${this.say(given, { given: fault.given })} ${this.accepted(fault)}`;
  }

  /** The same for a parameter of the address or an attribute, which has to be named. @param {Fault} fault */
  parameterFault(fault) {
    return this.say("fault.parameter", { name: fault.field, sentence: this.fault(fault) });
  }

  /** @param {Fault} fault */
  accepted(fault) {
    const { code, ...facts } = fault.accepted;
    if (code === "syntax") {
      facts["expected"] = this.sayFirst([`expected.${facts["expected"]}`, "expected.other"], facts);
      facts["position"] = Number(facts["position"]) + 1;
    }
    if (code === "numbers" && facts["fewest"] === facts["most"]) {
      return this.say(facts["most"] === 1 ? "accepted.number" : "accepted.numbersExactly", facts);
    }
    const none = Array.isArray(facts["names"]) && facts["names"].join("") === "";
    return this.sayFirst([none ? "accepted.none" : `accepted.${code}`, "accepted.other"], facts);
  }

  /** @param {unknown} value */
  fact(value) {
    if (typeof value === "number") return this.numbers.short(value);
    return Array.isArray(value) ? value.join(", ") : String(value ?? "");
  }
}

/** English, at hand without loading. */
export const englishWords = new Words("en", english);

/** Adds the English words that only later parts say. @param {Record<string, string>} labels */
export function addEnglish(labels) {
  Object.assign(english, labels);
}

/**
 * The words of a language; rejects when the site has none.
 * @param {string} language
 * @returns {Promise<Words>}
 */
export function wordsOf(language) {
  const short = language.toLowerCase().split("-")[0] ?? "en";
  if (short === "en") return Promise.resolve(language === "en" ? englishWords : new Words(language, english));
  let words = loaded.get(language);
  if (!words) {
    words = load(language, short);
    loaded.set(language, words);
    words.catch(() => loaded.delete(language));
  }
  return words;
}

/** @param {string} language @param {string} folder */
async function load(language, folder) {
  return new Words(language, await fetched(folder, "labels"));
}

/**
 * The words with those of other files of their language, English ones where it has none.
 * @param {Words} words
 * @param {string[]} names of the files in `text/<language>/`
 */
export async function more(words, ...names) {
  const folder = words.language.toLowerCase().split("-")[0] ?? "en";
  const folders = folder === "en" ? ["en"] : ["en", folder];
  const files = await Promise.all(folders.flatMap((each) => names.map((name) => fetched(each, name))));
  return new Words(words.language, Object.assign({}, words.labels, ...files));
}

/** @type {Map<string, Promise<Record<string, string>>>} */
const files = new Map();

/** The words of one file; after a failure the next call tries again. @param {string} folder @param {string} name */
function fetched(folder, name) {
  const path = `text/${folder}/${name}.json`;
  let labels = files.get(path);
  if (!labels) {
    labels = /** @type {Promise<Record<string, string>>} */ (data(path));
    files.set(path, labels);
    labels.catch(() => files.delete(path));
  }
  return labels;
}
