// A program that can be changed and run: the editor, Run, Stop and Reset, how far Python is, and what the program says.

import styles from "../css/python.css";
import { element, mark } from "../shell/dom.js";
import { icon } from "../shell/icons.js";
import { progress } from "../progress/store.js";
import { addSheet } from "../shell/sheets.js";
import { programEditor } from "./editor.js";
import { weight } from "./files.js";
import { LoadFault } from "./load-fault.js";
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
 * @param {(result: Result) => void} options.onResult hears of every run that has begun to run
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
  const buttons = { run: button("run", run), stop: button("stop", stop), reset: button("reset", reset) };
  buttons.run.classList.add("primary");
  const box = element("div", { class: "python-pane" },
    editor.element,
    element("div", { class: "buttons", role: "group", "aria-label": words.say("python.buttons") }, buttons.run, buttons.stop, buttons.reset),
    output.element);
  output.tell(words.say("python.before", { size: megabytes() }));
  enable(false);

  async function start() {
    if (running) return;
    const mine = (running = new AbortController());
    editor.mark(0);
    output.clear();
    enable(true);
    try {
      const result = await runProgram(editor.text, { signal: mine.signal, tell, print: output.print });
      editor.mark(result.error?.line ?? 0);
      output.end(result);
      onResult(result);
    } catch (reason) {
      output.fail(reason instanceof LoadFault ? reason.code : "start", again);
    } finally {
      running = undefined;
      enable(false);
    }
  }

  function again() {
    // The button that was pressed goes away.
    buttons.run.focus();
    run();
  }

  /** @param {Stage} stage */
  function tell({ stage, share }) {
    // In a few large steps, since each is read aloud; the bar moves all the time.
    const percent = Math.floor(share * 4) * 25;
    output.stage(words.say(`python.${stage}`, { percent, size: megabytes() }), stage === "fetching" ? share : undefined);
  }

  /** @param {boolean} busy */
  function enable(busy) {
    // aria-disabled rather than disabled, so that the focus stays where it is.
    mark(buttons.run, "aria-disabled", busy ? "true" : undefined);
    mark(buttons.stop, "aria-disabled", busy ? undefined : "true");
    mark(buttons.reset, "aria-disabled", busy ? "true" : undefined);
  }

  /** @param {"run" | "stop" | "reset"} name @param {() => void} action */
  function button(name, action) {
    const made = element("button", { type: "button", class: `python-${name}` }, icon(name), element("span", { text: words.say(`python.${name}`) }));
    made.addEventListener("click", () => made.getAttribute("aria-disabled") !== "true" && action());
    return made;
  }

  function megabytes() {
    return words.numbers.short(Math.ceil(weight / 1e5) / 10);
  }

  return {
    element: box,
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
