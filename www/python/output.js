// What is said under a program: how far Python is, what the program prints, how it ended, and why it could not run.

import { element, write } from "../shell/dom.js";
import { DEADLINE } from "./run.js";

/** @typedef {import("../shell/labels.js").Words} Words */
/** @typedef {import("./types.js").Result} Result */

/** How long a print-out may be to be read aloud with the news that the program has ended, in characters. */
const READ_ALOUD = 300;
/** How often the page shows what has been printed, in milliseconds. */
const PACE = 100;

/** @param {Words} words */
export function outputView(words) {
  const status = element("p", { class: "python-status", role: "status" });
  const bar = element("progress", { max: "1", hidden: true, "aria-label": words.say("python.progress") });
  const printed = element("pre", { class: "python-output", tabindex: "0", role: "region", "aria-label": words.say("python.output"), hidden: true });
  const traceback = element("pre", { class: "python-traceback", tabindex: "0", role: "region", "aria-label": words.say("python.traceback"), hidden: true });
  const retry = element("button", { type: "button", class: "python-retry", text: words.say("python.retry"), hidden: true });
  const aloud = element("p", { class: "visually-hidden", role: "status" });
  const box = element("div", { class: "python-said" }, status, aloud, bar, retry, printed, traceback);
  let text = "";
  let shown = -Infinity;
  let timer = 0;

  const show = () => {
    timer = 0;
    shown = performance.now();
    write(printed, text);
    printed.hidden = text === "";
  };
  /** @param {string} sentence @param {"" | "good" | "bad"} [tone] */
  const tell = (sentence, tone = "") => {
    write(status, sentence);
    status.dataset["tone"] = tone;
  };
  const settle = () => {
    clearTimeout(timer);
    show();
    bar.hidden = true;
  };

  return {
    element: box,
    tell,
    clear() {
      text = "";
      show();
      write(aloud, "");
      traceback.hidden = retry.hidden = true;
    },
    /** @param {string} more */
    print(more) {
      text += more;
      if (timer === 0) timer = window.setTimeout(show, Math.max(0, shown + PACE - performance.now()));
    },
    /** @param {string} sentence @param {number | undefined} share shown as a bar */
    stage(sentence, share) {
      tell(sentence);
      bar.hidden = share === undefined;
      if (share !== undefined) bar.value = share;
    },
    /** @param {Result} result */
    end(result) {
      settle();
      const { sentence, tone } = ending(words, result);
      tell([sentence, result.cut ? words.say("python.cut") : ""].join(" ").trim(), tone);
      const said = result.output.trim();
      write(aloud, said.length > READ_ALOUD ? words.say("python.output.long", { lines: said.split("\n").length }) : said);
      traceback.textContent = result.error?.text ?? "";
      traceback.hidden = !result.error?.text;
    },
    /** @param {string} code @param {() => void} again */
    fail(code, again) {
      settle();
      tell(words.say(`python.load.${code}`), "bad");
      retry.hidden = false;
      retry.onclick = () => {
        retry.hidden = true;
        again();
      };
    },
  };
}

/** How a program ended, in one sentence. @param {Words} words @param {Result} result @returns {{ sentence: string, tone: "" | "good" | "bad" }} */
function ending(words, { stopped, error, output }) {
  if (stopped) return { sentence: words.say(`python.stopped.${stopped}`, { seconds: DEADLINE / 1000 }), tone: stopped === "deadline" ? "bad" : "" };
  if (error) {
    const { kind, line, message, name } = error;
    if (kind === "exit") return { sentence: words.say("python.error.exit"), tone: "" };
    const sentence = words.sayFirst([`python.error.${kind}`, "python.error.error"], { message, name });
    return { sentence: line > 0 ? words.say("python.error.line", { line: String(line), sentence }) : sentence, tone: "bad" };
  }
  return { sentence: words.say(output.trim() === "" ? "python.ended.silent" : "python.ended"), tone: "good" };
}
