// One card: the question, a field for the reader's own answer, the answer, and the judgement of how well it was known.

import { element, freshId } from "../shell/dom.js";
import { gradeOfKey, grading } from "./grading.js";

/** @typedef {import("../shell/labels.js").Words} Words */
/** @typedef {import("../progress/progress.js").Progress} Progress */
/** @typedef {import("../progress/types.js").CardState} CardState */
/** @typedef {import("./grading.js").Grade} Grade */

/**
 * @param {object} given
 * @param {{ id: string, section: string }} given.card
 * @param {Words} given.words
 * @param {Progress} given.progress
 * @param {Record<Grade, CardState>} given.outcomes
 * @param {number} given.now
 * @param {(grade: Grade) => void} given.graded
 */
export function cardView({ card, words, progress, outcomes, now, graded }) {
  const key = `recall.${card.id}`;
  const earlier = progress.state.drafts[key];
  // What was written before the card was last judged belongs to that time.
  const old = earlier !== undefined && earlier.at <= (progress.card(card.id)?.last ?? 0);
  const question = element("p", { id: freshId("question"), class: "question", tabindex: -1, text: words.say(`card.${card.id}.question`) });
  const attempt = element("textarea", { id: freshId("attempt"), rows: 4, maxlength: 2000, "aria-describedby": question.id });
  if (earlier && !old) attempt.value = earlier.text;
  attempt.addEventListener("input", () => progress.keep(key, attempt.value));
  const show = element("button", { type: "button", class: "primary", text: words.say("recall.show"), onclick: () => turn() });
  const back = element("div", { class: "back", hidden: true });
  const face = element("div", { class: "card", role: "group", "aria-labelledby": question.id },
    element("p", { class: "place", text: words.say("recall.place", { section: words.say(`section.${card.section}`) }) }),
    question,
    element("div", { class: "field" }, element("label", { for: attempt.id, text: words.say("recall.attempt") }), attempt),
    element("div", { class: "buttons" }, show), back);

  function turn() {
    const answer = element("div", { class: "answer", tabindex: -1, role: "group", "aria-label": words.say("recall.answer") },
      ...words.say(`card.${card.id}.answer`).split("\n").map((text) => element("p", { text })));
    const before = old && earlier?.text.trim() ? [element("p", { class: "earlier", text: words.say("recall.earlier", { text: earlier.text.trim() }) })] : [];
    back.replaceChildren(element("p", { class: "control-label", "aria-hidden": "true", text: words.say("recall.answer") }), answer, ...before, grading(words, outcomes, now, graded));
    back.hidden = false;
    show.hidden = true;
    answer.focus();
  }
  face.addEventListener("keydown", (event) => {
    const grade = back.hidden ? undefined : gradeOfKey(event);
    if (!grade) return;
    event.preventDefault();
    graded(grade);
  });
  return { element: face, question };
}
