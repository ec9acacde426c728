// The attributes of a scene as element: what its host has set, what the scene itself has written, and what is not yet in force.

import { PARAMETERS } from "./parameters.js";
import { chosen } from "./plain.js";

const NAMES = Object.keys(PARAMETERS);

export class HostAttributes {
  /** What the host has set, as text. @type {Record<string, string>} */
  host = {};
  /** What stands in the attributes, as host and reader have left it. @type {Record<string, string>} */
  #shown = {};
  /** What has changed and is not yet in force. @type {Set<string>} */
  #changed = new Set();
  #reflecting = false;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
  }

  /** Takes over all that the host has set while the scene was on no page. */
  takeOverAll() {
    for (const name of NAMES) if ((this.element.getAttribute(name) ?? undefined) !== this.#shown[name]) this.#takeOver(name);
    this.#changed.clear();
  }

  /** Takes over a change, unless it is the scene's own; whether it is the first that is not yet in force. @param {string} name */
  change(name) {
    if (this.#reflecting) return false;
    this.#takeOver(name);
    const first = !this.areChanged;
    this.#changed.add(name);
    return first;
  }

  get areChanged() {
    return this.#changed.size > 0;
  }

  /** The names of what has changed; from now on they are in force. */
  takeChanged() {
    const names = [...this.#changed];
    this.#changed.clear();
    return names;
  }

  /** What the host has set of these. @param {string[]} names */
  given(names) {
    return chosen(this.host, (name) => names.includes(name));
  }

  /** Writes what the reader has changed; all else stays as the host has set it. @param {Record<string, string>} [state] */
  reflect(state) {
    this.#shown = { ...this.host, ...state };
    this.#reflecting = true;
    for (const name of NAMES) {
      const text = this.#shown[name];
      if (text === undefined) this.element.removeAttribute(name);
      else if (this.element.getAttribute(name) !== text) this.element.setAttribute(name, text);
    }
    this.#reflecting = false;
  }

  /** @param {string} name */
  #takeOver(name) {
    const text = this.element.getAttribute(name);
    for (const texts of [this.host, this.#shown]) {
      if (text === null) delete texts[name];
      else texts[name] = text;
    }
  }
}
