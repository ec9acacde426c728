// Runs in the page from before its own scripts: makes storms of events, and keeps the last of them for the report.
import { ANYTHING, PATIENT, TEXTS } from "./kinds.js";
import { VALUES } from "./host.js";
import { letGo } from "./pointers.js";
import { Random } from "./random.js";
import { outermost, remember, reopen, revive } from "./revive.js";
import { Targets, nameOf } from "./targets.js";
import { ORDINARY, hostile } from "./texts.js";
import { Watch } from "./watch.js";

/** What is going to happen. @typedef {{ seed: number, kind: "anything" | "texts" | "patient", python: boolean }} Forecast */

/** Events between two animation frames, unless they take longer than a frame should: each would be a task of its own if a reader made it. */
const BURST = 100;
const FRAME = 16;
/** How many of the last events are told after a failure. */
const TOLD = 40;
/** Events after which the page is looked at anew. */
const LOOK = 250;

const watch = new Watch();
/** @type {string[]} */
const last = [];
let made = 0;
/** The event that took longest: its scripts alone, without what is then drawn. */
let slowest = { took: 0, told: "" };
/** @type {import("./kinds.js").Storm | undefined} */
let storm;
/** @type {[number, import("./kinds.js").Kind][]} */
let kinds = ANYTHING;
/** @type {ReturnType<typeof remember>} */
let opened = new Map();

/** @param {Forecast} forecast */
function begin(forecast) {
  const random = new Random(forecast.seed);
  opened = remember();
  const evil = forecast.kind === "texts";
  kinds = { anything: ANYTHING, texts: TEXTS, patient: PATIENT }[forecast.kind];
  const text = () => (evil && random.chance(0.95) ? hostile(random) : random.pick(ORDINARY));
  const parameter = (/** @type {string} */ name) => (random.chance(evil ? 0.15 : 0.9) ? random.pick(VALUES[name] ?? ORDINARY) : text());
  storm = { random, targets: new Targets(forecast.python ? "" : ".python-run"), text, parameter };
}

/** Makes so many events, a burst after each animation frame. @param {number} count @returns {Promise<void>} */
function blow(count) {
  const until = made + count;
  // In between, the page has been left to itself.
  if (storm) look(storm);
  return new Promise((done, failed) => {
    const burst = () => {
      try {
        if (gust()) afterFrame(burst);
        else done();
      } catch (reason) {
        failed(reason);
      }
    };
    /** Whether more is to come. */
    const gust = () => {
      const begun = performance.now();
      storm?.targets.measure();
      // Where looking alone takes a frame, it goes on all the same.
      for (let one = 0; one < BURST && made < until && (one === 0 || performance.now() - begun < FRAME); one += 1) event();
      return made < until;
    };
    afterFrame(burst);
  });
}

/** In a task of its own, as what a reader does is: what is drawn then is a task, too. @param {() => void} action */
const afterFrame = (action) => requestAnimationFrame(() => setTimeout(action));

function event() {
  if (!storm) throw new Error("no storm has begun");
  if (made % LOOK === 0) look(storm);
  made += 1;
  const kind = storm.random.weigh(kinds);
  const begun = performance.now();
  const { type, target } = kind(storm);
  const took = performance.now() - begun;
  const told = `${made} ${type} · ${nameOf(target)}`;
  if (took > slowest.took) slowest = { took, told };
  last.push(told);
  if (last.length > TOLD) last.shift();
}

/** @param {import("./kinds.js").Storm} storm */
function look({ targets }) {
  targets.find();
  watch.inspect([...targets.lists.values()].flat());
  // What the scenes have told is another test's affair, and would fill the memory.
  /** @type {any} */ (window).heard?.splice(0);
}

/** Nothing of the page is held any longer, for it may go at any time. */
function forget() {
  letGo();
  storm?.targets.forget();
}

Object.assign(window, {
  storm: {
    begin, blow,
    reopen: async () => {
      for (const scene of outermost()) await reopen(scene);
      forget();
    },
    revive: async () => {
      const revived = await revive(opened);
      forget();
      return revived;
    },
    /** What there is to report, after a last look. */
    report: () => {
      if (storm) look(storm);
      return { made, last, faults: watch.faults, longestTask: Math.round(watch.longestTask), slowest: `${Math.round(slowest.took)} ms: ${slowest.told}` };
    },
  },
});
