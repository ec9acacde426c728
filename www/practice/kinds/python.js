// Python: the reader's own program in the live editor, which is fetched with the card; every run that ends is judged.

import { element } from "../../shell/dom.js";
import { more } from "../../shell/labels.js";
import { sharedSheets } from "../../shell/sheets.js";
import { listing } from "../listing.js";

/** @typedef {import("../types.js").Live} Live */
/** @typedef {import("../types.js").Bench} Bench */

/** @param {Live} challenge @param {Bench} bench @returns {import("../types.js").Answering} */
export function python(challenge, bench) {
  const { words } = bench;
  const box = element("div", { class: "answering" }, element("p", { class: "note", text: words.say("practice.python.loading") }));
  /** @type {{ element: HTMLElement, dispose(): void } | undefined} */
  let pane;
  let gone = false;
  /** What the last run that came to its end has left. @type {object | undefined} */
  let result;

  const load = async () => {
    const made = await paneOf(challenge, bench, (left) => {
      result = left;
      bench.check();
    }).catch(() => undefined);
    if (gone) made?.dispose();
    if (gone) return;
    pane = made;
    box.replaceChildren(made?.element ?? failed());
    const root = box.getRootNode();
    // The styles of the editor have come with it.
    if (root instanceof ShadowRoot) root.adoptedStyleSheets = sharedSheets(root);
  };
  const failed = () => element("div", { class: "failed" }, element("p", { text: words.say("practice.python.failed") }),
    element("button", { type: "button", text: words.say("fault.retry"), onclick: () => void load() }));

  return {
    element: box,
    runs: true,
    start: () => void load(),
    read: () => result,
    write: () => {},
    reset: () => (result = undefined),
    solution: () => listing(words, [...(challenge.given ?? []), ...challenge.program], { name: "practice.rightProgram" }),
    focus: () => {},
    dispose() {
      gone = true;
      pane?.dispose();
    },
  };
}

/** The editor with the program that the reader begins with. @param {Live} challenge @param {Bench} bench @param {(left: object) => void} ended */
async function paneOf({ id, starter: name }, { words }, ended) {
  const [{ pythonPane }, { starter }, all] = await Promise.all([import("../../python/pane.js"), import("../../python/starters.js"), more(words, "python")]);
  const code = await starter(words, name);
  return pythonPane({
    words: all, key: `python.${id}`, code,
    onResult: ({ output, trail, values, error, stopped }) => {
      // Why it has not come to its end stands at the editor.
      if (!error && !stopped) ended({ output, trail, values });
    },
  });
}
