// One digit that is held out: as it was written, and what the network answers to it.

import { HELD_OUT } from "../../digits/size.js";
import { element, mark, write } from "../dom.js";

/** @typedef {import("./model.js").NetworkModel} NetworkModel */

const SIDE = 28;

/** @param {string} kind @param {import("../types.js").Context} context @returns {import("../types.js").FigurePart} */
export function digitFigure(kind, context) {
  const { words } = context;
  const model = /** @type {NetworkModel} */ (context.model);
  const name = element("span", { class: "figure-name" });
  const turn = (/** @type {number} */ by) => model.look({ digit: (model.looking.digit + by + HELD_OUT) % HELD_OUT });
  const button = (/** @type {string} */ label, /** @type {number} */ by) =>
    element("button", { type: "button", class: "quiet", text: words.say(`network.${label}`), onclick: () => turn(by) });
  const canvas = element("canvas", { width: SIDE, height: SIDE, "aria-hidden": "true" });
  const stage = element("div", { class: "stage", "data-kind": kind }, canvas);
  const rows = Array.from({ length: 10 }, (_, digit) => answerRow(digit));
  const sentence = element("p", { class: "answer-sentence" });
  const node = element("figure", { class: "figure digit", "data-kind": kind },
    element("figcaption", {}, name, element("span", { class: "turns" }, button("previous", -1), button("next", 1))),
    element("div", { class: "digit-row" }, stage, element("ul", { class: "answers", "aria-label": words.say("network.answers") }, ...rows.map((row) => row.element))),
    sentence);
  let ink = [0, 0, 0];
  const watch = whenSeen(stage, () => {
    // With a frugal connection the reader asks for the digits.
    if (!(/** @type {any} */ (navigator).connection?.saveData)) void model.load();
  });
  const update = () => {
    const { answer, looking } = model;
    write(name, words.say("network.digit", { number: words.numbers.whole(looking.digit + 1), count: words.numbers.whole(HELD_OUT) }));
    if (!answer) return;
    draw(canvas, answer.pixels, ink);
    const best = answer.answers.indexOf(Math.max(...answer.answers));
    rows.forEach((row, digit) => row.show(answer.answers[digit] ?? NaN, digit === best, digit === answer.label, words));
    write(sentence, words.say(best === answer.label ? "network.right" : "network.wrong", { label: answer.label, best }));
  };
  /** @param {import("../downhill-core.js").Look} look */
  const style = (look) => {
    ink = channels(look.text);
    update();
  };
  return { kind, element: node, update, style, dispose: watch };
}

/** @param {number} digit */
function answerRow(digit) {
  const bar = element("span", { class: "bar" });
  const value = element("span", { class: "value" });
  const node = element("li", {}, element("span", { class: "name", text: digit }), element("span", { class: "track", "aria-hidden": "true" }, bar), value);
  /** @param {number} answer @param {boolean} best @param {boolean} right @param {import("../types.js").Words} words */
  const show = (answer, best, right, words) => {
    bar.style.width = `${(100 * answer).toFixed(1)}%`;
    write(value, words.say(right ? "network.answer.right" : "network.answer", { value: words.numbers.fixed(answer, 2) }));
    mark(node, "data-best", best ? "" : undefined);
    mark(node, "data-right", right ? "" : undefined);
  };
  return { element: node, show };
}

/** @param {HTMLCanvasElement} canvas @param {Float32Array} pixels @param {number[]} ink */
function draw(canvas, pixels, ink) {
  const image = new ImageData(SIDE, SIDE);
  pixels.forEach((share, place) => image.data.set([...ink, Math.round(255 * share)], 4 * place));
  canvas.getContext("2d")?.putImageData(image, 0, 0);
}

/** Red, green and blue of a colour such as #1f77d0. @param {string} colour */
export function channels(colour) {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) || 0);
}

/** Calls back once, when an element comes into sight. @param {Element} node @param {() => void} seen @returns {() => void} ends it */
function whenSeen(node, seen) {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    seen();
  }, { rootMargin: "100px" });
  observer.observe(node);
  return () => observer.disconnect();
}
