// "Copy": a program to the clipboard; where that is closed, the listing is selected so that it can be copied by hand.

import { copyText } from "../shell/clipboard.js";
import { element, write } from "../shell/dom.js";

/** How long it says so, in milliseconds. */
const SAID = 4000;

/** @param {string} source @param {HTMLElement} listing @param {string} title @param {import("../shell/labels.js").Words} words */
export function copyButton(source, listing, title, words) {
  const said = element("span", { class: "said", role: "status" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let clearing;
  const say = (/** @type {string} */ key) => {
    write(said, words.say(key));
    clearTimeout(clearing);
    clearing = setTimeout(() => write(said, ""), SAID);
  };
  const copy = async () => {
    try {
      await copyText(source);
      say("code.copied");
    } catch {
      getSelection()?.selectAllChildren(listing);
      say("code.selected");
    }
  };
  const button = element("button", { type: "button", class: "quiet", "aria-label": words.say("code.copyOf", { title }), text: words.say("code.copy"), onclick: () => void copy() });
  return element("span", { class: "copying" }, said, button);
}
