// <downhill-scene>: a scene as an element, its attributes live in both directions, what happens told as events.

import { activityOf, comesNear, focusFirst, placeholder } from "./activities.js";
import { errorOf, everything, letFirst, ready, whole } from "./core.js";
import { isFirst, known } from "./course.js";
import { faultList, loadFault, loading } from "./faults.js";
import { drawn, ownTask } from "./frames.js";
import { englishWords, wordsOf } from "./labels.js";
import { PARAMETERS, readParameter, readParameters } from "./parameters.js";
import { Session } from "./session.js";
import { sharedSheets } from "./sheets.js";
import { complete } from "./state.js";

/** @typedef {import("./types.js").Fault} Fault */
/** @typedef {Session | import("./activity.js").ActivitySession} AnySession */

/** Parameters that decide what a scene is made of; the others are settings within it. */
const STRUCTURE = ["scene", "preset", "challenge", "hide", "lock", "lang"];

export class DownhillScene extends HTMLElement {
  static observedAttributes = Object.keys(PARAMETERS);

  /** @type {AnySession | undefined} */
  #session;
  /** What the host has set, as text. @type {Record<string, string>} */
  #host = {};
  /** A student's state that waits for the scene to open. @type {Record<string, string> | undefined} */
  #waiting;
  /** Attributes that have changed and are not yet in force. @type {Set<string>} */
  #changed = new Set();
  #reflecting = false;
  #opening = 0;
  /** Whether all of the core is there: what comes from outside may need it, what the first figure's own controls do does not. */
  #whole = false;

  connectedCallback() {
    for (const name of this.getAttributeNames()) this.#takeOver(name);
    this.#changed.clear();
    void this.#open();
  }

  disconnectedCallback() {
    this.#opening += 1;
    this.#waiting = this.#session && { ...this.#waiting, ...this.#session.texts(true) };
    this.#session?.close();
    this.#session = undefined;
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (this.#reflecting || before === after || !this.isConnected) return;
    this.#takeOver(name);
    if (this.#changed.size === 0) queueMicrotask(() => this.#answer());
    this.#changed.add(name);
  }

  get experiment() {
    return this.#session?.experiment;
  }

  set experiment(experiment) {
    if (!this.#session || !this.#whole || !experiment) return;
    const fault = this.#session.set(complete(experiment, known()));
    if (fault) throw errorOf(fault);
  }

  /** @param {number} [count] */
  step(count = 1) {
    this.#session?.step(count);
  }

  run() {
    this.#session?.run();
  }

  reset() {
    this.#session?.reset();
  }

  /** @param {Record<string, string>} parameters */
  restore(parameters) {
    if (this.#session && this.#whole) this.#say(this.#restored(this.#session, parameters));
    else this.#waiting = { ...this.#waiting, ...parameters };
  }

  /** @param {boolean} [onlyChanges] leaves out what is as the host has set it */
  parameters(onlyChanges = false) {
    return this.#session?.texts(onlyChanges) ?? {};
  }

  #open() {
    const turn = (this.#opening += 1);
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = sharedSheets();
    const activity = activityOf(this.#host["scene"]);
    const near = activity ? comesNear(this) : undefined;
    if (!this.#session) root.replaceChildren(near ? placeholder(String(this.#host["scene"]), englishWords) : loading(englishWords));
    const first = !this.#whole && isFirst({ ...this.#host, ...this.#waiting });
    const opened = near ? near.then(() => this.#opened(turn, root, first, activity)) : this.#opened(turn, root, first);
    if (first) letFirst(opened.then(drawn));
    void opened.then((open) => (open ? this.#completed(turn, root) : undefined));
  }

  /** Whether the scene stands after that; nobody waits for it if it is opened anew meanwhile. @param {number} turn @param {ShadowRoot} root @param {boolean} first @param {import("./activities.js").Activity} [activity] */
  async #opened(turn, root, first, activity) {
    let words = englishWords;
    /** @type {import("./activity.js").Opener | undefined} */
    let open;
    try {
      await (first ? ready() : whole().then(ownTask));
      words = await this.#words();
      if (activity) ({ open, words } = await activity(words));
    } catch (reason) {
      if (turn === this.#opening) this.#loadFailed(root, reason);
      return false;
    }
    if (turn !== this.#opening) return false;
    this.#whole = !first;
    this.#session?.close();
    /** @type {Fault[]} */
    const faults = [];
    const values = readParameters(this.#host, known(), faults);
    const updated = (/** @type {import("./news.js").Event[]} */ events) => this.#updated(events);
    this.#session = open ? open(words, values, faults, known(), updated) : new Session(words, values, faults, known(), updated);
    // More styles have come with the rest of the page.
    root.adoptedStyleSheets = sharedSheets();
    this.#session.element.toggleAttribute("data-waiting", first);
    const focused = root.activeElement;
    root.replaceChildren(this.#session.element);
    if (focused && activity) focusFirst(this.#session.element);
    if (this.#whole) faults.push(...this.#takeWaiting(this.#session));
    this.#session.start();
    this.#say(faults);
    return true;
  }

  /** Adds to the first figure what it could do without, and what has been asked of it meanwhile. @param {number} turn @param {ShadowRoot} root */
  async #completed(turn, root) {
    whole().catch(() => turn === this.#opening && this.#emit("error", { message: englishWords.say("fault.load") }));
    await everything;
    if (turn !== this.#opening || !this.#session) return;
    if (!this.#whole) {
      this.#whole = true;
      root.adoptedStyleSheets = sharedSheets();
      this.#session.complete();
      this.#session.element.removeAttribute("data-waiting");
      if (this.#waiting) this.#say(this.#takeWaiting(this.#session));
      if (this.#changed.size > 0) this.#answer();
    }
    this.#emit("ready", {});
  }

  /** A student's state that has come too early. @param {AnySession} session */
  #takeWaiting(session) {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    return waiting ? this.#restored(session, waiting) : [];
  }

  /** What of a student's state could not be put back. @param {AnySession} session @param {Record<string, string>} parameters */
  #restored(session, parameters) {
    /** @type {Fault[]} */
    const faults = [];
    const values = readParameters(parameters, known(), faults);
    return [...faults, ...session.restore(values)];
  }

  /** @param {ShadowRoot} root @param {unknown} reason */
  #loadFailed(root, reason) {
    root.replaceChildren(loadFault(englishWords, reason, () => void this.#open()));
    this.#emit("error", { message: englishWords.say("fault.load") });
  }

  /** Puts changed attributes into force. */
  #answer() {
    if (this.#session && !this.#whole) return;
    const names = [...this.#changed];
    this.#changed.clear();
    if (!this.#session || !this.isConnected) return;
    if (names.some((name) => STRUCTURE.includes(name))) return void this.#open();
    const given = Object.fromEntries(names.flatMap((name) => (name in this.#host ? [[name, this.#host[name] ?? ""]] : [])));
    /** @type {Fault[]} */
    const faults = [];
    const values = readParameters(given, known(), faults);
    this.#say([...faults, ...this.#session.configure(names, values)]);
    if (names.includes("theme")) this.#session.restyle();
  }

  /** Remembers an attribute as set by the host. @param {string} name */
  #takeOver(name) {
    const text = this.getAttribute(name);
    if (!Object.hasOwn(PARAMETERS, name)) return;
    if (text === null) delete this.#host[name];
    else this.#host[name] = text;
  }

  /** The words of the language asked for, of the page's, or English; a bad attribute is reported with the others. */
  async #words() {
    const asked = this.#host["lang"] ?? this.closest("[lang]")?.getAttribute("lang") ?? "en";
    if ("fault" in readParameter("lang", asked, known())) return englishWords;
    return wordsOf(asked.trim());
  }

  /** Says what could not be used, in the scene and to the host. @param {Fault[]} faults */
  #say(faults) {
    const { element, words } = /** @type {AnySession} */ (this.#session);
    element.querySelector(".faults")?.remove();
    if (faults.length === 0) return;
    element.prepend(faultList(faults, words));
    for (const fault of faults) this.#emit("error", { parameter: fault.field, given: fault.given, message: words.parameterFault(fault) });
  }

  /** @param {{ type: string, detail: object }[]} events */
  #updated(events) {
    if (!this.#session?.playing) this.#reflect();
    for (const { type, detail } of events) this.#emit(type, detail);
  }

  /** Writes the state into the attributes; what is as it was opened stays as the host wrote it. */
  #reflect() {
    const changes = this.#session?.texts(true) ?? {};
    this.#reflecting = true;
    for (const name of Object.keys(PARAMETERS)) {
      const text = changes[name] ?? this.#host[name];
      if (text === undefined) this.removeAttribute(name);
      else if (this.getAttribute(name) !== text) this.setAttribute(name, text);
    }
    this.#reflecting = false;
  }

  /** @param {string} type @param {object} detail */
  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(`downhill-${type}`, { detail, bubbles: true, composed: true }));
  }
}
