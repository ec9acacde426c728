// Samples in hand: a focusable handle over one of them, and keys that move it, choose another, add, remove and flip.

import { placeOf, pressed } from "./data-places.js";
import { listenToSamples } from "./data-pointer.js";
import { addRow, flipRow, hasLabels, moveRow, removeRow, rowsOf } from "./data-rows.js";
import { element, listen, mark } from "./dom.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./panels.js").Drawing} Drawing */

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** @param {Drawing} drawing @param {Context} context @returns {() => void} brings the handle up to date */
export function samplesInHand(drawing, context) {
  const { stage } = drawing;
  const { words, model, locked } = context;
  const handle = element("div", { class: "handle sample", tabindex: "0", role: "group" });
  stage.append(handle);
  stage.classList.add("editable");
  const hand = { selected: 0 };

  const follow = () => {
    const [x = 0, y = 0] = placeOf(drawing, rowsOf(model)[hand.selected]) ?? [drawing.width / 2, drawing.height / 2];
    handle.style.translate = `${x.toFixed(1)}px ${y.toFixed(1)}px`;
  };
  const update = () => {
    const rows = rowsOf(model);
    hand.selected = Math.min(hand.selected, rows.length - 1);
    const facts = { number: hand.selected + 1, count: rows.length, point: words.numbers.point(rows[hand.selected] ?? [], 5) };
    mark(handle, "aria-label", words.say(hasLabels(model) ? "handle.data.labels" : "handle.data", facts));
    mark(handle, "aria-disabled", locked.has("data") ? "true" : undefined);
    follow();
  };
  const choose = (/** @type {number} */ index) => {
    const { length } = rowsOf(model);
    hand.selected = (index + length) % length;
    update();
  };
  drawing.drawn.add(follow);
  listen(handle, "keydown", (event) => key(event, hand.selected, choose, drawing, context));
  listenToSamples(drawing, context, (index) => {
    choose(index);
    handle.focus({ preventScroll: true });
  });
  return update;
}

/** @param {KeyboardEvent} event @param {number} index @param {(index: number) => void} choose @param {Drawing} drawing @param {Context} context */
function key(event, index, choose, drawing, context) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const { model, player, locked } = context;
  const arrow = ARROWS[event.key];
  const free = !locked.has("data");
  if ((event.key === " " || event.key === "Enter") && !locked.has("transport")) {
    if (model.playing) player.pause();
    else player.run();
  } else if (event.key === "PageUp" || event.key === "PageDown") {
    choose(index + (event.key === "PageUp" ? -1 : 1));
    context.announce(drawing.stage.querySelector(".handle")?.getAttribute("aria-label") ?? "");
  } else if (free && arrow) {
    moveRow(context, index, pressed(rowsOf(model)[index] ?? [0, 0], arrow, drawing, hasLabels(model)));
  } else if (free && (event.key === "Insert" || event.key === "+")) {
    const [x, y] = rowsOf(model)[index] ?? [0, 0];
    if (!addRow(context, pressed([x, y], [4, 0], drawing, false))) choose(rowsOf(model).length - 1);
  } else if (free && (event.key === "Delete" || event.key === "Backspace")) {
    removeRow(context, index);
  } else if (free && event.key.toLowerCase() === "f" && hasLabels(model)) {
    flipRow(context, index);
  } else {
    return;
  }
  event.preventDefault();
}
