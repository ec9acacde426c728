// Step back, step, run or pause, reset, and the scrubber that stands at any step.

import { element, freshId, listen, mark } from "./dom.js";
import { icon, redraw } from "./icons.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */

/** @param {Context} context @returns {Part} */
export function transport(context) {
  const { model, player, words, scene, locked } = context;
  const id = freshId("scrubber");
  const button = (/** @type {import("./icons.js").IconName} */ name, /** @type {string} */ label, /** @type {() => void} */ action) =>
    element("button", { type: "button", class: `transport-${name}`, onclick: action }, icon(name), element("span", { text: words.say(label) }));
  const runLabel = scene.marbles ? "transport.release" : "transport.run";
  const back = button("back", "transport.back", () => player.move(-1));
  const forward = button("forward", "transport.step", () => player.move(1));
  const run = button("run", runLabel, () => (model.playing ? player.pause() : player.run()));
  const reset = button("reset", "transport.reset", () => player.goTo(0));
  const buttons = [back, forward, run, reset];
  run.classList.add("primary");
  const slider = element("input", { id, type: "range", class: "plain-range", min: "0", step: "1", value: "0" });
  const output = element("output", { for: id });
  listen(slider, "input", () => player.goTo(Number(slider.value)));

  const update = () => {
    const { step, last } = model;
    slider.max = String(Math.max(last, 1));
    slider.value = String(step);
    const facts = { step: words.numbers.whole(step), steps: words.numbers.whole(last) };
    mark(slider, "aria-valuetext", words.say("transport.position", facts));
    output.textContent = words.say("transport.position", facts);
    const label = words.say(model.playing ? "transport.pause" : runLabel);
    const [drawn, text] = [run.querySelector("svg"), run.querySelector("span")];
    if (drawn) redraw(drawn, model.playing ? "pause" : "run");
    if (text && text.textContent !== label) text.textContent = label;
    const frozen = locked.has("transport");
    slider.disabled = frozen || last === 0;
    // aria-disabled rather than disabled: a button that loses the focus while it is used loses the reader's place.
    for (const control of buttons) control.disabled = frozen;
    mark(back, "aria-disabled", step === 0 ? "true" : undefined);
    mark(reset, "aria-disabled", step === 0 ? "true" : undefined);
    mark(forward, "aria-disabled", step >= last ? "true" : undefined);
  };
  const box = element("div", { class: "control transport", "data-control": "transport" },
    element("div", { class: "buttons", role: "group", "aria-label": words.say("transport.group") }, ...buttons),
    element("div", { class: "scrubber" }, element("label", { for: id, text: words.say("transport.scrubber") }), slider, output));
  return { element: box, update };
}
