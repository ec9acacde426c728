// The lesson as part of a course: reports to the system that has opened it, and says above the lesson how that goes.

import styles from "../css/course.css";
import { progress } from "../progress/store.js";
import { element, write } from "../shell/dom.js";
import { more, wordsOf } from "../shell/labels.js";
import { findLms } from "./lms.js";
import { Report } from "./report.js";

/** Restores what the course keeps, and reports from now on. @param {string} language */
export function openCourse(language) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  const line = element("p", { class: "course-line", role: "status" });
  document.querySelector("main")?.prepend(line);
  // Reports do not wait for words.
  const words = wordsOf(language).then((spoken) => more(spoken, "scorm"));
  const tell = (/** @type {import("./report.js").News} */ news, /** @type {number} */ score) => {
    words.then((spoken) => write(line, spoken.say(`scorm.${news}`, { score })), () => line.remove());
  };
  const lms = findLms();
  if (!lms) return tell("absent", 0);
  const report = new Report(lms, progress, tell);
  report.begin();
  // Phones may end a hidden page without another word.
  document.addEventListener("visibilitychange", () => document.hidden && report.write());
  addEventListener("pagehide", () => report.end());
  // A page that comes back from the browser's memory begins anew, for its conversation is over.
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
}
