// What can be hit in the page, through all shadows, sorted by what one does with it.

/** @typedef {"stage" | "range" | "select" | "text" | "file" | "press" | "editor" | "other"} Sort */

/** By what an element is known; the first that fits. @type {[Sort, string][]} */
const SORTS = [
  ["stage", ".stage, .stage *, canvas, [role=slider]"],
  ["range", "input[type=range]"],
  ["select", "select"],
  ["file", "input[type=file]"],
  ["press", "button, summary, input[type=checkbox], input[type=radio], a[href], option, label"],
  ["text", "input, textarea"],
  ["editor", "[contenteditable=true]"],
];

/** How often an element that has gone is replaced by another: lists are made anew all the time, and looking for all of it takes long. */
const TRIES = 4;

export class Targets {
  /** @param {string} spared what is not to be hit, as a selector */
  constructor(spared) {
    this.spared = spared;
    /** @type {Map<Sort, Element[]>} */
    this.lists = new Map();
    /** @type {import("../scene.js").SceneElement[]} */
    this.scenes = [];
    /** Where what one points at is. @type {Map<Element, DOMRect>} */
    this.places = new Map();
    this.find();
  }

  /** Looks again: what is on the page changes. */
  find() {
    const before = this.scenes;
    this.forget();
    this.scenes = [];
    this.walk(document);
    // The only scene may just be taken out, to be put back in the next frame.
    if (this.scenes.length === 0) this.scenes = before;
  }

  /** Holds nothing of the page, until it looks again. */
  forget() {
    this.lists.clear();
    this.places.clear();
  }

  /** @param {Document | ShadowRoot} root */
  walk(root) {
    for (const element of root.querySelectorAll("*")) {
      if (this.spared && element.matches(this.spared)) continue;
      const sort = SORTS.find(([, selector]) => element.matches(selector))?.[0] ?? "other";
      const list = this.lists.get(sort);
      if (list) list.push(element);
      else this.lists.set(sort, [element]);
      if (element.matches("downhill-scene")) this.scenes.push(/** @type {import("../scene.js").SceneElement} */ (element));
      if (element.shadowRoot) this.walk(element.shadowRoot);
    }
  }

  /** Looks where things are: once in a frame, since asking after every change would lay out the page as often. */
  measure() {
    this.places = new Map((this.lists.get("stage") ?? []).map((element) => [element, element.getBoundingClientRect()]));
  }

  /** @param {Element} element */
  place(element) {
    return this.places.get(element) ?? new DOMRect(0, 0, innerWidth, innerHeight);
  }

  /** One element of a sort that is still on the page, or else the page. @param {import("./random.js").Random} random @param {Sort} sort @returns {Element} */
  one(random, sort) {
    const list = this.lists.get(sort) ?? [];
    for (let tries = 0; tries < TRIES && list.length > 0; tries += 1) {
      const element = random.pick(list);
      if (element.isConnected) return element;
    }
    return document.body;
  }
}

/** What an element is called in the record of events. @param {Element} element */
export function nameOf(element) {
  const own = element.getAttribute("aria-label") ?? element.getAttribute("data-control") ?? element.textContent ?? "";
  const name = `${element.localName}${element.classList.length > 0 ? `.${element.classList[0]}` : ""}`;
  return `${name} “${own.trim().replace(/\s+/g, " ").slice(0, 24)}”`;
}
