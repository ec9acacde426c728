// The reader's progress as a whole: points, where they are kept, a file to download and restore, erasing, a summary to print.

import styles from "../css/progress.css";
import { element, write } from "../shell/dom.js";
import { addSheet } from "../shell/sheets.js";
import { erasing } from "./erasing.js";
import { keptFile } from "./kept-file.js";
import { challenges, solvedOf } from "./marks-of.js";
import { progress } from "./store.js";
import { summaryMaker } from "./summary.js";

addSheet(styles);

/**
 * The core's part for practice must be loaded, for the completion code.
 * @param {import("../shell/labels.js").Words} words with those of `progress` and `sections`
 * @returns {{ element: HTMLElement, dispose: () => void }}
 */
export function progressPanel(words) {
  const score = element("p", { class: "score" });
  const where = element("p", { class: "where" });
  const said = element("p", { class: "said", role: "status" });
  const say = (/** @type {string} */ text) => write(said, text);
  const summary = summaryMaker(words);
  const erase = erasing(words, say);
  const buttons = element("div", { class: "buttons" }, ...keptFile(words, say), erase.button);
  const root = element("section", { class: "progress-panel", "aria-label": words.say("progress.title") },
    element("h3", { text: words.say("progress.title") }), score, where, buttons, erase.question, said, summary.element);

  const update = () => {
    const { xp } = progress.state;
    write(score, words.say("progress.score", { xp: words.numbers.whole(xp), solved: solvedOf(progress.state), count: challenges.length }));
    write(where, words.say(`progress.where.${progress.keeping}`));
    where.classList.toggle("fleeting", !progress.kept);
    summary.update();
  };
  update();
  return { element: root, dispose: progress.listen(update) };
}
