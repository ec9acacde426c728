// A program that can be changed and run: the editor, Run, Stop and Reset, how far Python is, and what the program says.

import styles from "../css/python.css";
import { progress } from "../progress/store.js";
import { element } from "../shell/dom.js";
import { LoadFault } from "../shell/load-fault.js";
import { addSheet } from "../shell/sheets.js";
import { runButtons } from "./buttons.js";
import { programEditor } from "./editor.js";
import { isHere, weight } from "./files.js";
import { outputView } from "./output.js";
import { runProgram } from "./run.js";

/** @typedef {import("../shell/labels.js").Words} Words */
/** @typedef {import("./types.js").Result} Result */
/** @typedef {import("./types.js").Stage} Stage */

addSheet(styles);

/**
 * @param {object} options
 * @param {Words} options.words with those of `python.json`
 * @param {string} options.key under which the reader's draft is kept
 * @param {string} options.code what the reader begins with
 * @param {string} [options.label] what the editor is called
 * @param {(result: Result) => void} options.onResult hears of every run, stopped ones included
 */
export function pythonPane({ words, key, code, label = words.say("python.program"), onResult }) {
  /** @type {AbortController | undefined} */
  let running;
  const run = () => void start();
  const stop = () => running?.abort();
  const changed = () => progress.keep(key, editor.text);
  const editor = programEditor({ words, label, text: progress.draft(key) ?? code, changed, run });
  const output = outputView(words);
  const reset = () => {
    editor.text = code;
    changed();
    output.tell(words.say("python.reset.done"));
  };
  const buttons = runButtons(words, { run, stop, reset });
  const size = words.numbers.short(Math.ceil(weight / 1e5) / 10);
  output.tell(words.say(isHere() ? "python.here" : "python.before", { size }));

  async function start() {
    if (running) return;
    running = new AbortController();
    editor.mark(0);
    output.clear();
    buttons.enable(true);
    const result = await runProgram(editor.text, { signal: running.signal, tell, print: output.print }).catch(failed);
    running = undefined;
    buttons.enable(false);
    if (!result) return;
    editor.mark(result.error?.line ?? 0);
    output.end(result);
    onResult(result);
  }

  /** @param {unknown} reason */
  function failed(reason) {
    output.fail(reason instanceof LoadFault ? reason.code : "start", () => {
      // The button that was pressed goes away.
      buttons.focus();
      run();
    });
  }

  /** @param {Stage} stage */
  function tell({ stage, share }) {
    // In a few large steps, since each is read aloud; the bar moves all the time.
    const percent = Math.floor(share * 4) * 25;
    output.stage(words.say(`python.${stage}`, { percent, size }), stage === "fetching" ? share : undefined);
  }

  return {
    element: element("div", { class: "python-pane" }, editor.element, buttons.element, output.element),
    get code() {
      return editor.text;
    },
    run,
    stop,
    dispose() {
      stop();
      editor.dispose();
    },
  };
}
