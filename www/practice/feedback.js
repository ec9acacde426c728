// The buttons of a card and what is said there: the verdict, the hint, the solution on request.

import { element, mark } from "../shell/dom.js";
import { paragraph } from "./text.js";

/** @typedef {ReturnType<typeof import("./verdict.js").verdictOf>} Verdict */

/**
 * @param {import("./types.js").Challenge} challenge
 * @param {import("../shell/labels.js").Words} words
 * @param {{ check?: () => void, startOver: () => void, goOn?: () => void, showSolution: () => Node }} actions
 */
export function feedback({ id }, words, { check, startOver, goOn, showSolution }) {
  const own = (/** @type {string} */ name) => words.say(`${id}.${name}`);
  const found = element("div", { class: "verdict", role: "status" });
  const more = element("div", { class: "more", "aria-live": "polite" });
  const button = (/** @type {string} */ key, /** @type {() => void} */ onclick, kind = "quiet") => element("button", { type: "button", class: kind, text: words.say(key), onclick });
  let hinted = false;
  let revealed = false;

  const hint = button("practice.hint", () => {
    if (hinted) return;
    hinted = true;
    more.append(element("div", { class: "tip" }, element("p", { class: "label", text: words.say("practice.hint") }), paragraph(own("hint"))));
    offer();
  });
  const solution = button("practice.showSolution", () => {
    if (revealed) return;
    revealed = true;
    more.append(element("div", { class: "solution" }, element("p", { class: "label", text: words.say("practice.solution") }), showSolution(), paragraph(own("solution"))));
    offer();
  });
  const price = element("p", { class: "note price", text: words.say("practice.price") });
  const again = button("practice.startOver", () => {
    hinted = revealed = false;
    more.replaceChildren();
    found.removeAttribute("data-verdict");
    found.replaceChildren(paragraph(words.say("practice.startedOver")));
    startOver();
    offer(false);
  });
  const onward = goOn && button("practice.goOn", goOn);
  /** What may be asked for by now: a button that has been used stays where it is, so that the reader's place does. @param {boolean} [tried] */
  const offer = (tried = hinted || found.hasAttribute("data-verdict")) => {
    const right = found.dataset["verdict"] === "right";
    mark(hint, "aria-disabled", hinted ? "true" : undefined);
    mark(solution, "aria-disabled", revealed ? "true" : undefined);
    // Who has found it needs no solution any more.
    solution.hidden = (right || !tried) && !revealed;
    if (onward) onward.hidden = !right;
    price.hidden = solution.hidden || revealed;
  };
  offer(false);

  return {
    element: element("div", { class: "feedback" }, element("div", { class: "buttons" }, ...(check ? [button("practice.check", check, "primary")] : []), hint, solution, ...(check ? [again] : []), onward), price, found, more),
    /** Nothing has been answered yet. */
    ask() {
      found.removeAttribute("data-verdict");
      found.replaceChildren(paragraph(words.say("practice.noAnswer")));
    },
    /** The judge has come to an end, and another one stands ready. */
    fail() {
      found.removeAttribute("data-verdict");
      found.replaceChildren(paragraph(words.say("practice.failed")));
    },
    /** @param {Verdict} verdict @param {string} quote the reader's answer in a few words @param {boolean} before whether it had been solved before */
    tell({ solved, message, xp }, quote, before) {
      found.setAttribute("data-verdict", solved ? "right" : "wrong");
      const head = solved ? words.say(before ? "practice.solvedAgain" : "practice.solved", { xp }) : words.say(quote ? "practice.wrongQuoted" : "practice.wrong", { answer: quote });
      found.replaceChildren(paragraph(head, { class: "head" }), paragraph(message));
      offer();
    },
  };
}
