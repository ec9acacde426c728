// Tells the course how far a reader is, takes back what it kept on an earlier visit, and says how that went.

import { challenges } from "../progress/marks-of.js";
import { pack, unpack } from "./compact.js";
import { scoreOf, statusOf } from "./rule.js";
import { changeStudent } from "./student.js";

/** @typedef {import("../progress/progress.js").Progress} Progress */
/** @typedef {import("./lms.js").Lms} Lms */
/** How it went, a word with a sentence of its own. @typedef {"absent" | "reported" | "left" | "damaged" | "newer" | "failed"} News */

/** How long changes are gathered before they are told, in milliseconds. */
const SOON = 1000;
/** What a course can say of a lesson, from nothing to most; it is never taken back. */
const RANKS = ["", "not attempted", "browsed", "incomplete", "failed", "completed", "passed"];

export class Report {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** What the course has taken, by the names of its elements. @type {Map<string, string>} */
  #taken = new Map();
  #ended = false;
  /** Whether what the course keeps was written by a newer lesson, and must stay. */
  #newer = false;
  #damaged = false;
  #status = "";
  #score = 0;
  /** @type {number | undefined} */
  #mastery;

  /**
   * @param {Lms} lms
   * @param {Progress} progress
   * @param {(news: News, score: number) => void} tell
   * @param {() => number} [clock]
   */
  constructor(lms, progress, tell, clock = Date.now) {
    this.lms = lms;
    this.progress = progress;
    this.tell = tell;
    this.clock = clock;
    this.began = clock();
  }

  /** Begins the conversation, or says that there is none. */
  begin() {
    if (!this.lms.begin()) return this.tell("absent", 0);
    changeStudent(this.progress, this.lms.get("cmi.core.student_id"));
    const { verdict, state } = unpack(this.lms.get("cmi.suspend_data"));
    this.#newer = verdict === "newer";
    this.#damaged = verdict === "damaged";
    this.#status = this.lms.get("cmi.core.lesson_status");
    this.#score = percent(this.lms.get("cmi.core.score.raw")) ?? 0;
    this.#mastery = percent(this.lms.get("cmi.student_data.mastery_score"));
    this.progress.add(state);
    this.progress.listen(() => this.#soon());
    this.write();
  }

  #soon() {
    this.#timer ??= setTimeout(() => this.write(), SOON);
  }

  /** Tells the course everything that it does not know yet. */
  write() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#ended) return;
    const { state } = this.progress;
    const { text, left } = pack(state);
    this.#score = Math.max(this.#score, scoreOf(state, challenges));
    const status = statusOf(state, challenges, this.#mastery);
    if (RANKS.indexOf(status) > RANKS.indexOf(this.#status)) this.#status = status;
    // These two may be missing from a system, the others not.
    this.#put("cmi.core.score.min", "0");
    this.#put("cmi.core.score.max", "100");
    const kept = this.#newer || this.#put("cmi.suspend_data", text);
    const told = [this.#put("cmi.core.score.raw", String(this.#score)), this.#put("cmi.core.lesson_status", this.#status)];
    this.#put("cmi.core.session_time", timespan(this.clock() - this.began));
    // So that what is kept is there on the next visit.
    this.#put("cmi.core.exit", "suspend");
    const done = [kept, ...told, this.lms.commit()].every(Boolean);
    this.tell(done ? this.#kept(left) : "failed", this.#score);
  }

  /** @param {number} left how many records had no room @returns {News} */
  #kept(left) {
    if (this.#newer) return "newer";
    if (left > 0) return "left";
    return this.#damaged ? "damaged" : "reported";
  }

  /** Ends the conversation, since the page is left. */
  end() {
    this.write();
    if (!this.#ended) this.lms.end();
    this.#ended = true;
  }

  /** @param {string} name @param {string} value */
  #put(name, value) {
    if (this.#taken.get(name) === value) return true;
    const taken = this.lms.set(name, value);
    if (taken) this.#taken.set(name, value);
    return taken;
  }
}

/** A score as a course gives it, if it is one. @param {string} text */
function percent(text) {
  const value = text.trim() === "" ? NaN : Number(text);
  return value >= 0 && value <= 100 ? value : undefined;
}

/** A span of time as SCORM 1.2 writes it: HHHH:MM:SS.SS. @param {number} milliseconds */
export function timespan(milliseconds) {
  const hundredths = Math.min(3_599_999_999, Math.max(0, Math.round(milliseconds / 10)));
  const [hours, minutes, seconds] = [hundredths / 360_000, (hundredths / 6000) % 60, (hundredths / 100) % 60];
  const two = (/** @type {number} */ value) => String(Math.floor(value)).padStart(2, "0");
  return `${String(Math.floor(hours)).padStart(4, "0")}:${two(minutes)}:${two(seconds)}.${two(hundredths % 100)}`;
}
