// The learning management system round the page, as SCORM 1.2 has it: an object `API` in a window above. Whatever it does, nothing here throws.

/** The eight functions of SCORM 1.2 by their names. @typedef {Record<string, (...given: string[]) => unknown>} Api */

/** How many windows may lie between the page and the system. */
const LEVELS = 50;
/** Characters of an answer; what is longer is no answer. */
const LONGEST = 65_536;

/** The system that has opened this page: in a frame of its own page, or in a window of its own. @param {Window} [page] @returns {Lms | undefined} */
export function findLms(page = window) {
  const api = apiAbove(page) ?? apiAbove(openerOf(page)) ?? apiAbove(openerOf(page.top));
  return api && new Lms(api);
}

/** @param {Window | null | undefined} start @returns {Api | undefined} */
function apiAbove(start) {
  let at = start;
  for (let level = 0; at && level <= LEVELS; level += 1) {
    const api = apiOf(at);
    if (api) return api;
    if (at.parent === at) return undefined;
    at = at.parent;
  }
  return undefined;
}

/** @param {Window} at @returns {Api | undefined} */
function apiOf(at) {
  try {
    const { API } = /** @type {any} */ (at);
    return typeof API?.LMSInitialize === "function" ? API : undefined;
  } catch {
    // A window of another site. The system may still be above it.
    return undefined;
  }
}

/** @param {Window | null} window @returns {Window | null} */
function openerOf(window) {
  try {
    return window?.opener ?? null;
  } catch {
    return null;
  }
}

/** A conversation with the system; what it refuses or breaks is told by false or an empty text. */
export class Lms {
  #api;

  /** @param {Api} api */
  constructor(api) {
    this.#api = api;
  }

  begin() {
    return this.#does("LMSInitialize", "");
  }

  /** @param {string} name of an element such as `cmi.core.student_id` */
  get(name) {
    return this.#answer("LMSGetValue", name);
  }

  /** @param {string} name @param {string} value */
  set(name, value) {
    return this.#does("LMSSetValue", name, value);
  }

  commit() {
    return this.#does("LMSCommit", "");
  }

  end() {
    return this.#does("LMSFinish", "");
  }

  /** Some systems answer with a word, some with a truth. @param {string} name @param {...string} given */
  #does(name, ...given) {
    return this.#answer(name, ...given) === "true";
  }

  /** @param {string} name @param {...string} given */
  #answer(name, ...given) {
    try {
      const answer = String(this.#api[name]?.(...given) ?? "");
      return answer.length > LONGEST ? "" : answer;
    } catch {
      return "";
    }
  }
}
