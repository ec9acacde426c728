// What the page keeps on this machine: the one place that asks the browser; where it refuses, a memory for as long as the page is open.

/**
 * Whether texts last: `kept` on this machine, or for this page only because the browser is `blocked` or its room is `full`.
 * @typedef {"kept" | "full" | "blocked"} Keeping
 */
/** The part of the browser's Storage that is used. @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} Area */

const PREFIX = "downhill.";

/** Texts under keys, in the browser's store or, what that does not take, in memory. Nothing here throws. */
export class Keeper {
  /** @param {() => Area | null} reach gives the browser's store; it may throw, as reading `localStorage` does in a frame of another site */
  constructor(reach) {
    this.reach = reach;
    /** What the store has not taken; newer than what it may hold. @type {Map<string, string>} */
    this.memory = new Map();
    /** @type {Area | null | undefined} */
    this.found = undefined;
    /** @type {Keeping} */
    this.state = "kept";
  }

  /** Whether what is remembered outlasts the page, as far as is known by now. @returns {Keeping} */
  get keeping() {
    this.area();
    return this.state;
  }

  /** The browser's store, looked for once. */
  area() {
    if (this.found !== undefined) return this.found;
    this.found = null;
    this.state = "blocked";
    try {
      const area = this.reach();
      if (!area) return null;
      area.getItem(PREFIX);
      this.found = area;
      this.write(`${PREFIX}probe`, "probe");
      area.removeItem(`${PREFIX}probe`);
    } catch {
      // Whoever forbids reading forbids writing.
    }
    return this.found;
  }

  /** @param {string} key @returns {string | undefined} */
  recall(key) {
    try {
      return this.memory.get(key) ?? this.area()?.getItem(PREFIX + key) ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** Whether the text will be there on the next visit. @param {string} key @param {string} value */
  remember(key, value) {
    this.area();
    const written = this.write(PREFIX + key, value);
    if (written) this.memory.delete(key);
    else this.memory.set(key, value);
    return written;
  }

  /** @param {string} key */
  forget(key) {
    this.memory.delete(key);
    try {
      this.area()?.removeItem(PREFIX + key);
    } catch {
      // What cannot be removed could not be written either.
    }
  }

  /** Calls back with the text, or undefined for none, when another page changes it. @param {string} key @param {(value: string | undefined) => void} changed */
  watch(key, changed) {
    addEventListener("storage", (event) => {
      if (event.storageArea !== this.area()) return;
      if (event.key === PREFIX + key || event.key === null) changed(event.newValue ?? undefined);
    });
  }

  /** @param {string} name @param {string} value */
  write(name, value) {
    if (!this.found) return false;
    try {
      this.found.setItem(name, value);
      this.state = "kept";
    } catch {
      this.state = "full";
    }
    return this.state === "kept";
  }
}

/** This page's own. */
export const storage = new Keeper(() => localStorage);

/** @param {string} key */
export const recall = (key) => storage.recall(key);
/** @param {string} key @param {string} value */
export const remember = (key, value) => storage.remember(key, value);
