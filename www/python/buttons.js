// The buttons under a program: Run, Stop and Reset, of which those that have nothing to do say so.

import { element, mark } from "../shell/dom.js";
import { icon } from "../shell/icons.js";

/** @typedef {"run" | "stop" | "reset"} Action */

/** @param {import("../shell/labels.js").Words} words @param {Record<Action, () => void>} actions */
export function runButtons(words, actions) {
  const button = (/** @type {Action} */ name) => {
    const made = element("button", { type: "button", class: `python-${name}` }, icon(name), element("span", { text: words.say(`python.${name}`) }));
    made.addEventListener("click", () => made.getAttribute("aria-disabled") !== "true" && actions[name]());
    return made;
  };
  const [run, stop, reset] = [button("run"), button("stop"), button("reset")];
  run.classList.add("primary");
  /** @param {boolean} busy whether a program runs */
  const enable = (busy) => {
    // aria-disabled rather than disabled, so that the focus stays where it is.
    for (const made of [run, reset]) mark(made, "aria-disabled", busy ? "true" : undefined);
    mark(stop, "aria-disabled", busy ? undefined : "true");
  };
  enable(false);
  return { element: element("div", { class: "buttons", role: "group", "aria-label": words.say("python.buttons") }, run, stop, reset), enable, focus: () => run.focus() };
}
