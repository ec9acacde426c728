// The activity `python`: a program to change and run, and the trail it leaves on the loss.

import { element } from "../shell/dom.js";
import { pythonPane } from "./pane.js";
import { starter } from "./starters.js";

/** @typedef {import("../shell/types.js").ActivityContext} ActivityContext */
/** @typedef {import("../shell/types.js").Desk} Desk */

/** The program that the reader begins with. */
const DEFAULT = "default";

/** @param {ActivityContext} context @returns {Desk} */
export function open({ scene, words }) {
  const box = element("div", { class: "scene python-desk", role: "group", "aria-label": words.say(`scene.${scene.id}`) });
  /** @type {ReturnType<typeof pythonPane> | undefined} */
  let pane;
  let closed = false;
  void starter(words, DEFAULT).catch(() => "").then((code) => {
    if (closed) return;
    pane = pythonPane({ words, key: scene.id, code, onResult: () => undefined });
    box.append(pane.element);
  });
  return {
    element: box,
    close() {
      closed = true;
      pane?.dispose();
    },
  };
}
