// The reader's progress over some storage: saved at once, shared with other tabs, never less than it was.

import { LARGEST, fitting, seal, unseal } from "./envelope.js";
import { merge } from "./merge.js";
import { EMPTY, LONGEST_DRAFT, entry, isId, readState } from "./state.js";

/** @typedef {import("./types.js").State} State */
/** @typedef {import("./types.js").CardState} CardState */
/** @typedef {import("./types.js").Refusal} Refusal */
/** @typedef {Pick<import("../shell/storage.js").Keeper, "keeping" | "recall" | "remember" | "forget" | "watch">} Storage */

/** Where progress is saved, a second time in case the first is damaged, and where a damaged text is put aside. */
const KEYS = { main: "progress", copy: "progress.copy", bad: "progress.damaged" };
/** Longest wait before something typed is saved, in milliseconds. */
const SOON = 150;

export class Progress {
  /** @param {Storage} storage @param {() => number} [clock] */
  constructor(storage, clock = Date.now) {
    this.storage = storage;
    this.clock = clock;
    /** @type {State} */
    this.state = EMPTY;
    /** Whether a newer page has saved here, whose text must not be overwritten. */
    this.outdated = false;
    /** What was last seen in the store. @type {string | undefined} */
    this.seen = undefined;
    /** @type {Set<(state: State) => void>} */
    this.listeners = new Set();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    for (const key of [KEYS.copy, KEYS.main]) this.absorb(storage.recall(key));
    this.seen = storage.recall(KEYS.main);
    storage.watch(KEYS.main, (text) => this.heard(text));
  }

  /** Where progress is: kept on this machine, or for this page only and why. @returns {"kept" | "full" | "blocked" | "newer"} */
  get keeping() {
    return this.outdated ? "newer" : this.storage.keeping;
  }

  /** Whether progress outlasts the page. */
  get kept() {
    return this.keeping === "kept";
  }

  /** A challenge is solved; its points count once, the better ones if it is solved again. Says whether it is new. @param {string} id @param {number} xp */
  solve(id, xp) {
    const before = entry(this.state.solved, id);
    this.add({ solved: { [id]: { xp, at: this.clock() } } });
    return before === undefined;
  }

  /** The solution of a challenge has been shown. @param {string} id */
  show(id) {
    this.add({ shown: { [id]: this.clock() } });
  }

  /** What was typed under this key on an earlier visit, or a moment ago. @param {string} key @returns {string | undefined} */
  draft(key) {
    return entry(this.state.drafts, key)?.text;
  }

  /** Keeps what is being typed; a text that is too long is not kept. @param {string} key @param {string} text */
  keep(key, text) {
    if (!isId(key) || text.length > LONGEST_DRAFT || text === this.draft(key)) return;
    const at = Math.max(this.clock(), (entry(this.state.drafts, key)?.at ?? 0) + 1);
    this.change(merge(this.state, { ...EMPTY, drafts: { [key]: { text, at } } }));
    this.timer ??= setTimeout(() => this.save(), SOON);
  }

  /** Where a recall card stands; with a state, puts it there. @param {string} id @param {CardState} [state] @returns {CardState | undefined} */
  card(id, state) {
    if (state) this.add({ cards: { [id]: state } });
    return entry(this.state.cards, id);
  }

  /** Calls back after every change, until the function it gives is called. @param {(state: State) => void} listener @returns {() => void} */
  listen(listener) {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** The text of a file that `restore` takes. */
  download() {
    return seal(this.state);
  }

  /** Adds what a downloaded file holds; gives the reason if it holds nothing that can be used. @param {string} text @returns {Refusal | undefined} */
  restore(text) {
    if (text.trim() === "") return "empty";
    if (text.length > LARGEST) return "large";
    const { verdict, state } = unseal(text);
    if (verdict !== "good") return verdict;
    this.add(state);
    return undefined;
  }

  /** Forgets everything, in other tabs too. */
  erase() {
    for (const key of Object.values(KEYS)) this.storage.forget(key);
    this.emptied();
  }

  /** Writes everything down; what another tab has written meanwhile is added first. */
  save() {
    clearTimeout(this.timer);
    this.timer = undefined;
    const there = this.storage.recall(KEYS.main);
    if (there !== this.seen) this.absorb(there);
    if (this.outdated) return;
    const before = this.keeping;
    this.seen = seal(this.state);
    this.storage.remember(KEYS.copy, this.seen);
    this.storage.remember(KEYS.main, this.seen);
    if (this.keeping !== before) this.tell();
  }

  /** Writes down what still waits, when the page is left. */
  flush() {
    if (this.timer !== undefined) this.save();
  }

  /** @param {Partial<State>} news */
  add(news) {
    this.change(merge(this.state, readState({ ...EMPTY, ...news })));
    this.save();
  }

  /** Another tab has saved, or erased. @param {string | undefined} text */
  heard(text) {
    if (text === undefined) return this.emptied();
    this.seen = text;
    this.absorb(text);
    // What only this tab knew reaches the other one in turn.
    if (seal(this.state) !== text) this.save();
  }

  emptied() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.seen = undefined;
    this.outdated = false;
    this.change(EMPTY);
  }

  /** Takes over what a saved text holds; a damaged one is put aside, the first only, before anything is written over it. @param {string | undefined} text */
  absorb(text) {
    if (text === undefined) return;
    const { verdict, state } = unseal(text);
    if (verdict === "newer") this.outdated = true;
    else if (verdict !== "good" && this.storage.recall(KEYS.bad) === undefined) this.storage.remember(KEYS.bad, text);
    this.change(merge(this.state, state));
  }

  /** @param {State} state */
  change(state) {
    this.state = fitting(state);
    this.tell();
  }

  tell() {
    for (const listener of this.listeners) listener(this.state);
  }
}
