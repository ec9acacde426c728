// Mouse and touch on the samples: a drag moves one, a tap beside them adds one, two taps on one remove it.

import { listen } from "./dom.js";
import { nearest, rowAt } from "./data-places.js";
import { addRow, moveRow, removeRow, rowsOf } from "./data-rows.js";
import { hold } from "./holding.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./panels.js").Drawing} Drawing */

/** A sample this near to a pointer, in pixels, is meant. */
const NEAR = { mouse: 12, touch: 24 };
/** A pointer that has moved less than this, in pixels, has tapped. */
const TAP = 5;
/** Two taps within so many milliseconds remove a sample. */
const TWICE = 400;

/** @param {Drawing} drawing @param {Context} context @param {(index: number) => void} choose */
export function listenToSamples(drawing, context, choose) {
  const { stage } = drawing;
  const { model, locked } = context;
  /** @type {{ id: number, x: number, y: number, index: number, begun: boolean } | undefined} */
  let drag;
  let tapped = { index: -1, at: -Infinity };

  const spot = (/** @type {{ clientX: number, clientY: number }} */ { clientX, clientY }) => {
    const box = stage.getBoundingClientRect();
    return /** @type {[number, number]} */ ([clientX - box.left, clientY - box.top]);
  };
  const tap = (/** @type {PointerEvent} */ event, /** @type {number} */ index) => {
    const again = index >= 0 && index === tapped.index && event.timeStamp - tapped.at < TWICE;
    tapped = { index: again ? -1 : index, at: event.timeStamp };
    if (again) removeRow(context, index);
    if (index >= 0) return;
    const row = rowAt(drawing, spot(event));
    if (row && !addRow(context, row)) choose(rowsOf(model).length - 1);
  };

  // A finger on a sample drags it, up and down too; anywhere else it scrolls the page.
  listen(stage, "touchstart", (event) => {
    const [finger] = event.touches;
    if (event.touches.length === 1 && finger && !locked.has("data") && nearest(drawing, model, spot(finger), NEAR.touch) >= 0) event.preventDefault();
  }, { passive: false });
  listen(stage, "pointerdown", (event) => {
    if (event.button !== 0 || drag || locked.has("data")) return;
    const mouse = event.pointerType === "mouse";
    const index = nearest(drawing, model, spot(event), mouse ? NEAR.mouse : NEAR.touch);
    if (index >= 0 && !hold(stage, event)) return;
    drag = { id: event.pointerId, x: event.clientX, y: event.clientY, index, begun: false };
    if (mouse) event.preventDefault();
    if (index >= 0) choose(index);
  });
  listen(stage, "pointermove", (event) => {
    if (!drag || event.pointerId !== drag.id || drag.index < 0) return;
    if (!drag.begun && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) <= TAP) return;
    // While a sample is dragged the axes keep still under it.
    if (!drag.begun) drawing.options({ lockFrame: true });
    drag.begun = true;
    const row = rowAt(drawing, spot(event));
    if (row) moveRow(context, drag.index, row);
  });
  const end = () => {
    if (drag?.begun) {
      drawing.options({ lockFrame: false });
      context.refresh();
    }
    drag = undefined;
  };
  listen(stage, "pointerup", (event) => {
    if (!drag || event.pointerId !== drag.id) return;
    const { begun, index, x, y } = drag;
    end();
    if (!begun && Math.hypot(event.clientX - x, event.clientY - y) <= TAP) tap(event, index);
  });
  for (const ending of ["pointercancel", "lostpointercapture"]) stage.addEventListener(ending, end);
}
