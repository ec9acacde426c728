// <downhill-scene>: a scene as an element, its attributes live in both directions, what happens told as events.

import { activityOf, comesNear, focusFirst, placeholder } from "./activities.js";
import { errorOf, everything, holders, letFirst, ready, whole } from "./core.js";
import { unlessLost } from "./core-lost.js";
import { isFirst, known } from "./course.js";
import { faultList, loadFault, loadSentence, loading } from "./faults.js";
import { drawn, ownTask } from "./frames.js";
import { HostAttributes } from "./host-attributes.js";
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
  #attributes = new HostAttributes(this);
  /** A student's state that waits for the scene to open. @type {Record<string, string> | undefined} */
  #waiting;
  /** Whether the scene is on a page; one that is only moved stays so on its way. */
  #staying = false;
  /** What the host has asked for before the scene could do it. @type {((session: AnySession) => void)[]} */
  #asked = [];
  #opening = 0;
  /** The opening that the host has been told to be ready. */
  #told = 0;
  /** Says what is missing of a figure that works without it. @type {HTMLElement | undefined} */
  #lacking;
  /** Whether all of the core is there: what comes from outside may need it, what the first figure's own controls do does not. */
  #whole = false;
  /** Whether the session has come about whole. */
  #standing = false;
  /** How the scene goes on, or does without, when the core has come to its end. @type {import("./instance.js").Holder} */
  #holder = { seen: () => this.#isSeen(), again: (anew) => this.#again(anew), giveUp: (panel) => this.#giveUp(panel) };

  constructor() {
    super();
    // Set on the plain element before this class had come.
    const experiment = Object.hasOwn(this, "experiment") ? this.experiment : undefined;
    delete (/** @type {{ experiment?: unknown }} */ (this).experiment);
    if (experiment) this.experiment = experiment;
  }

  connectedCallback() {
    if (this.#staying) return this.#session?.restyle();
    this.#staying = true;
    this.#attributes.takeOverAll();
    void this.#open();
  }

  disconnectedCallback() {
    // Whoever moves a scene puts it back at once.
    queueMicrotask(() => this.isConnected || this.#leave());
  }

  /** Without it, browsers that move elements as they are would take this one out and put it in again. */
  connectedMoveCallback() {}

  #leave() {
    if (!this.#staying) return;
    this.#staying = false;
    holders.delete(this.#holder);
    this.#opening += 1;
    if (this.#session) this.#waiting = { ...this.#waiting, ...this.#session.texts(true) };
    this.#session?.close();
    this.#session = undefined;
    this.shadowRoot?.replaceChildren();
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#staying || !this.#attributes.change(name)) return;
    queueMicrotask(() => unlessLost(() => this.#answer()));
  }

  get experiment() {
    return this.#session?.experiment;
  }

  set experiment(experiment) {
    if (!experiment) return;
    const wanted = structuredClone(experiment);
    const put = (/** @type {AnySession} */ session) => session.set(complete(wanted, known()));
    if (this.#session && this.#whole) {
      const fault = put(this.#session);
      if (fault) throw errorOf(fault);
      return;
    }
    this.#asked.push((session) => {
      const fault = put(session);
      if (fault) this.#say([fault]);
    });
  }

  /** Resolves when every attribute is in force and the scene stands as they say, or has told why it cannot. */
  async settled() {
    // Changed attributes are put into force together, once whoever changes them is done.
    await Promise.resolve();
    if (!this.#staying || this.#told === this.#opening) return;
    await new Promise((resolve) => {
      this.addEventListener("downhill-ready", resolve, { once: true });
      this.addEventListener("downhill-error", ({ detail }) => detail.parameter === undefined && resolve(undefined));
    });
  }

  /** The names under which its controls can be hidden and frozen, hidden ones included. */
  get controls() {
    return this.#session?.controls ?? [];
  }

  /** @param {number} [count] */
  step(count = 1) {
    this.#ask((session) => session.step(count));
  }

  run() {
    this.#ask((session) => session.run());
  }

  reset() {
    this.#ask((session) => session.reset());
  }

  /** Does something with the scene as soon as there is one, after what was asked before. @param {(session: AnySession) => void} action */
  #ask(action) {
    if (this.#session && this.#asked.length === 0) action(this.#session);
    else this.#asked.push(action);
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
    holders.add(this.#holder);
    const root = this.shadowRoot ?? this.#attach();
    root.adoptedStyleSheets = sharedSheets(root);
    const { host } = this.#attributes;
    const activity = activityOf(host["scene"]);
    const near = activity ? comesNear(this) : undefined;
    if (!this.#session) this.#show(root, near ? placeholder(String(host["scene"]), englishWords) : loading(englishWords));
    const first = !this.#whole && isFirst({ ...host, ...this.#waiting });
    const opened = near ? near.then(() => this.#opened(turn, root, first, activity)) : this.#opened(turn, root, first);
    if (first) letFirst(opened.then(drawn));
    // A scene that the core's end has kept from opening is opened anew.
    void opened.then((open) => (open ? this.#completed(turn, root) : undefined)).catch((thrown) => unlessLost(() => {
      throw thrown;
    }));
  }

  #attach() {
    const root = this.attachShadow({ mode: "open" });
    // A browser short of memory takes pictures away; they come back empty. (The event does not bubble.)
    root.addEventListener("contextrestored", () => this.#session?.restyle(), true);
    return root;
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
      if (turn === this.#opening) this.#show(root, this.#loadFailed("load", reason, () => void this.#open()));
      return false;
    }
    if (turn !== this.#opening) return false;
    this.#whole = !first;
    this.#standing = false;
    this.#session?.close();
    /** @type {Fault[]} */
    const faults = [];
    const values = readParameters(this.#attributes.host, known(), faults);
    const updated = (/** @type {import("./news.js").Event[]} */ events) => this.#updated(events);
    this.#session = open ? open(words, values, faults, known(), updated) : new Session(words, values, faults, known(), updated);
    // More styles have come with the rest of the page.
    root.adoptedStyleSheets = sharedSheets(root);
    this.#session.element.toggleAttribute("data-waiting", first);
    const focused = root.activeElement;
    this.#show(root, this.#session.element, words);
    if (focused && activity) focusFirst(this.#session.element);
    if (this.#whole) faults.push(...this.#takeWaiting(this.#session));
    this.#session.start();
    this.#standing = true;
    this.#say(faults);
    if (this.#whole) this.#answerAsked(this.#session);
    return true;
  }

  #isSeen() {
    const { top, bottom } = this.getBoundingClientRect();
    return bottom >= 0 && top <= window.innerHeight;
  }

  /** Goes on with another instance of the core. @param {boolean} fromTheBeginning */
  #again(fromTheBeginning) {
    if (this.#standing) this.#session?.again(fromTheBeginning);
    else void this.#open();
  }

  /** A figure makes room for the panel; what there is to do needs the core only now and then, and holds what has been typed. @type {NonNullable<import("./instance.js").Holder["giveUp"]>} */
  #giveUp(panel) {
    const words = this.#session?.words ?? englishWords;
    const shown = panel(words, { scene: this.#attributes.host["scene"], ...this.#session?.details });
    this.#session?.element.querySelector(".lost")?.remove();
    if (this.#session && !(this.#session instanceof Session)) return this.#session.element.prepend(shown);
    holders.delete(this.#holder);
    this.#opening += 1;
    this.#standing = false;
    this.#session?.abandon();
    this.#session = undefined;
    this.#show(/** @type {ShadowRoot} */ (this.shadowRoot), shown, words);
  }

  /** Adds to the first figure what it could do without, and what has been asked of it meanwhile. @param {number} turn @param {ShadowRoot} root */
  async #completed(turn, root) {
    this.#askForRest(turn, root);
    await everything;
    if (turn !== this.#opening || !this.#session) return;
    this.#lacking?.remove();
    if (!this.#whole) {
      this.#whole = true;
      root.adoptedStyleSheets = sharedSheets(root);
      this.#session.complete();
      this.#session.element.removeAttribute("data-waiting");
      if (this.#waiting) this.#say(this.#takeWaiting(this.#session));
      if (this.#attributes.areChanged) this.#answer();
      if (this.#session) this.#answerAsked(this.#session);
    }
    this.#tellReady(turn);
  }

  /** Asks for what the first figure does without. Where that does not come the figure says so, and is ready as it is. @param {number} turn @param {ShadowRoot} root */
  #askForRest(turn, root) {
    whole().catch((reason) => {
      if (turn !== this.#opening) return;
      const asked = this.#lacking?.contains(root.activeElement);
      this.#lacking?.remove();
      this.#lacking = this.#loadFailed("later", reason, () => this.#askForRest(turn, root));
      root.prepend(this.#lacking);
      if (asked) focusFirst(this.#lacking);
      this.#tellReady(turn);
    });
  }

  /** @param {number} turn tells it once */
  #tellReady(turn) {
    if (this.#told !== turn) this.#emit("ready", {});
    this.#told = turn;
  }

  /** @param {AnySession} session */
  #answerAsked(session) {
    for (const action of this.#asked.splice(0)) action(session);
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

  /** Why nothing stands here or something is missing, told to the host and as a piece of the page. @param {"load" | "later"} what @param {unknown} reason @param {() => void} retry */
  #loadFailed(what, reason, retry) {
    this.#emit("error", { message: `${englishWords.say(`fault.${what}`)} ${loadSentence(englishWords, reason)}` });
    return loadFault(englishWords, what, reason, retry);
  }

  /** Puts something into the scene's place, in its own language whatever the host's is. @param {ShadowRoot} root @param {HTMLElement} content */
  #show(root, content, { language, direction } = englishWords) {
    root.replaceChildren(Object.assign(content, { lang: language, dir: direction }));
  }

  /** Puts changed attributes into force. */
  #answer() {
    if (this.#session && !this.#whole) return;
    const names = this.#attributes.takeChanged();
    if (!this.#staying) return;
    if (names.some((name) => STRUCTURE.includes(name))) return void this.#open();
    if (!this.#session) return;
    /** @type {Fault[]} */
    const faults = [];
    const values = readParameters(this.#attributes.given(names), known(), faults);
    this.#say([...faults, ...this.#session.configure(names, values)]);
    if (names.includes("theme")) this.#session.restyle();
  }

  /** The words of the language asked for, of the page's, or English; a bad attribute is reported with the others. */
  async #words() {
    const asked = this.#attributes.host["lang"] ?? this.closest("[lang]")?.getAttribute("lang") ?? "en";
    if ("fault" in readParameter("lang", asked, known())) return englishWords;
    return wordsOf(asked.trim());
  }

  /** Says what could not be used, in the scene and to the host. @param {Fault[]} given */
  #say(given) {
    const { element, words } = /** @type {AnySession} */ (this.#session);
    element.querySelector(".faults")?.remove();
    if (given.length === 0) return;
    const faults = this.#once(given);
    element.prepend(faultList(faults, words));
    for (const fault of faults) this.#emit("error", { parameter: fault.field, given: fault.given, message: words.parameterFault(fault) });
  }

  /** What host and student have both got wrong is said once, and of controls the names that this scene has. @param {Fault[]} faults */
  #once(faults) {
    const different = new Map(faults.map((fault) => [JSON.stringify([fault.field, fault.given]), fault]));
    return Array.from(different.values(), (fault) => (fault.accepted.code === "someOf" && this.#whole ? { ...fault, accepted: { code: "someOf", names: this.controls } } : fault));
  }

  /** @param {{ type: string, detail: object }[]} events */
  #updated(events) {
    if (!this.#session?.playing) this.#attributes.reflect(this.#session?.texts(true));
    for (const { type, detail } of events) this.#emit(type, detail);
  }

  /** @param {string} type @param {object} detail */
  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(`downhill-${type}`, { detail, bubbles: true, composed: true }));
  }
}
