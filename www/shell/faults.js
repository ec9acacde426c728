// What is wrong with parameters and with loading, said in the scene itself.

import { element } from "./dom.js";

/** @typedef {import("./types.js").Fault} Fault */
/** @typedef {import("./types.js").Words} Words */

/** The sentences about parameters that could not be used. @param {Fault[]} faults @param {Words} words */
export function faultList(faults, words) {
  const button = element("button", { type: "button", class: "quiet", text: words.say("fault.dismiss") });
  const box = element("div", { class: "faults", role: "status" }, element("ul", {}, ...faults.map((fault) => element("li", { text: words.parameterFault(fault) }))), button);
  button.addEventListener("click", () => box.remove());
  return box;
}

/** What stands in place of a scene whose core did not load. @param {Words} words @param {unknown} reason @param {() => void} retry */
export function loadFault(words, reason, retry) {
  const detail = reason instanceof Error ? reason.message : String(reason);
  return element("div", { class: "faults", role: "alert" },
    element("p", { text: words.say("fault.load") }),
    element("p", { class: "detail", text: detail }),
    element("button", { type: "button", text: words.say("fault.retry"), onclick: retry }));
}

/** What stands in place of a scene while it loads. @param {Words} words */
export function loading(words) {
  return element("div", { class: "loading", role: "status", text: words.say("scene.loading") });
}
