// What is wrong with parameters and with loading, said in the scene itself.

import { LoadFault, loadFaultOf } from "./load-fault.js";
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

/** What no second try mends. */
const FOR_GOOD = ["policy", "noWasm"];

/**
 * What did not load, why, and what to do about it: in place of a scene, or above one that works without it.
 * @param {Words} words
 * @param {"load" | "later"} what
 * @param {unknown} reason
 * @param {() => void} retry
 */
export function loadFault(words, what, reason, retry) {
  const { code, message } = loadFaultOf(reason);
  const button = (/** @type {string} */ name, /** @type {() => void} */ onclick) => element("button", { type: "button", text: words.say(`fault.${name}`), onclick });
  const ways = FOR_GOOD.includes(code) ? [] : [button("retry", retry)];
  // What has come and is no program is not fetched anew.
  if (code === "script") ways.push(button("reload", () => location.reload()));
  return element("div", { class: "faults", role: what === "load" ? "alert" : "status" },
    element("div", {},
      element("p", { text: words.say(`fault.${what}`) }),
      element("p", { text: loadSentence(words, reason) }),
      element("p", { class: "detail", text: message })),
    ...ways);
}

/** That something failed which the figure can do without; and why, if it did not load. @param {Words} words @param {string} key @param {unknown} reason */
export function failure(words, key, reason) {
  return reason instanceof LoadFault ? `${words.say(key)} ${loadSentence(words, reason)}` : words.say(key);
}

/** Why something did not load, as a sentence. @param {Words} words @param {unknown} reason */
export function loadSentence(words, reason) {
  const { code, path, directive } = loadFaultOf(reason);
  return words.say(`load.${code}`, { path, directive });
}

/** What stands in place of a scene while it loads. @param {Words} words */
export function loading(words) {
  return element("div", { class: "loading", role: "status", text: words.say("scene.loading") });
}
