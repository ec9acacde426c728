// The sentence about a training: whether the digits have come, how far it is, and what it reads of digits it has never seen.

import { BYTES, DIGITS, HELD_OUT } from "../../digits/size.js";
import { element, mark, write } from "../dom.js";
import { failure } from "../faults.js";
import { whenSettled } from "../frames.js";
import { TRAINING } from "./model.js";

/** @typedef {import("./model.js").NetworkModel} NetworkModel */

/** While it trains, a screen reader is told this often, in milliseconds. */
const TOLD_EVERY = 4000;
/** How long nothing may change before it is told otherwise. */
const SETTLED = 500;

/** @param {import("../types.js").Context} context @returns {import("../types.js").Part & { announce: (sentence: string) => void }} */
export function networkLive(context) {
  const { words } = context;
  const model = /** @type {NetworkModel} */ (context.model);
  const sentence = element("p", { class: "sentence", tabindex: "-1" });
  const progress = element("progress", { max: "1", "aria-label": words.say("network.progress") });
  const load = element("button", { type: "button", class: "load", onclick: () => fetchNow() });
  const spoken = element("p", { class: "visually-hidden", "aria-live": "polite" });
  const box = element("div", { class: "control live" }, sentence, progress, load, spoken);
  const fetchNow = () => {
    // The button goes away; the reader's place must not go with it.
    sentence.focus();
    begun = true;
    void model.load();
  };
  let next = "";
  let told = 0;
  const tell = () => {
    told = performance.now();
    write(spoken, next);
  };
  const later = whenSettled(tell, SETTLED);
  const announce = (/** @type {string} */ text) => {
    next = text;
    if (performance.now() - told > TOLD_EVERY) tell();
    else later.request();
  };
  // What comes by itself when the page opens is read with the page.
  let begun = false;
  /** @param {import("../types.js").Changes} changes */
  const update = (changes) => {
    const { state, share } = model.arrival;
    const text = describe(model, words);
    mark(box, "data-outcome", state === "failed" ? "diverged" : state === "ready" ? "running" : "waiting");
    progress.hidden = state !== "loading";
    progress.value = share;
    load.hidden = state !== "waiting" && state !== "failed";
    write(load, words.say(state === "failed" ? "fault.retry" : "network.load", { megabytes: megabytes(words) }));
    const other = sentence.textContent !== text;
    write(sentence, text);
    if (begun && (other || changes.experiment)) announce(text);
    begun ||= model.settled || model.playing;
  };
  return { element: box, update, dispose: later.cancel, announce };
}

/** @param {NetworkModel} model @param {import("../types.js").Words} words */
function describe({ arrival, answer, experiment, playing, settled, last }, words) {
  const { numbers } = words;
  const percent = (/** @type {number} */ share) => numbers.fixed(100 * share, 1);
  if (arrival.state === "failed") return failure(words, `network.failed.${arrival.code}`, arrival.reason);
  if (arrival.state !== "ready" || !answer) {
    return words.say(`network.${arrival.state === "waiting" ? "waiting" : "loading"}`, { digits: numbers.whole(DIGITS), megabytes: megabytes(words) });
  }
  const [, cost = NaN, , , right = NaN] = answer.marks.slice(-5);
  const { batch = 1 } = experiment;
  const facts = {
    step: numbers.whole(answer.step),
    pass: Math.floor(answer.step / Math.ceil(TRAINING / batch)) + 1,
    cost: numbers.short(cost, 3),
    right: percent(right),
    held: numbers.whole(HELD_OUT),
  };
  if (answer.step === 0) return words.say("network.untrained", facts);
  const over = !playing && settled && answer.step >= last;
  return words.say(over ? "network.done" : "network.running", facts);
}

/** @param {import("../types.js").Words} words */
const megabytes = (words) => words.numbers.fixed(BYTES / 1e6, 1);
