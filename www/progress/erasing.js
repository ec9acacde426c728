// Erasing all progress, after a question.

import { element } from "../shell/dom.js";
import { progress } from "./store.js";

/** @param {import("../shell/labels.js").Words} words @param {(text: string) => void} say */
export function erasing(words, say) {
  const button = element("button", { type: "button", text: words.say("progress.erase"), "aria-expanded": "false", onclick: () => ask(question.hidden === true) });
  const yes = element("button", { type: "button", class: "danger", text: words.say("progress.erase.yes"), onclick: () => {
    progress.erase();
    say(words.say("progress.erased"));
    ask(false);
    button.focus();
  } });
  const no = element("button", { type: "button", text: words.say("progress.erase.no"), onclick: () => {
    ask(false);
    button.focus();
  } });
  const sentence = element("p", { text: words.say("progress.erase.sure") });
  const question = element("div", { class: "sure", role: "group", "aria-label": words.say("progress.erase"), hidden: true }, sentence, element("div", { class: "buttons" }, no, yes));
  question.addEventListener("keydown", (event) => {
    if (event.key === "Escape") no.click();
  });

  /** @param {boolean} asked */
  function ask(asked) {
    question.hidden = !asked;
    button.setAttribute("aria-expanded", String(asked));
    // The harmless answer is the one at hand.
    if (asked) no.focus();
  }
  return { button, question };
}
