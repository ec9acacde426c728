// Mouse and touch on a figure: a tap places the marble, a drag moves it or turns the view, a swipe still scrolls the page.

import { listen } from "./dom.js";
import { hold } from "./holding.js";
import { place } from "./placing.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./panels.js").Drawing} Drawing */

/** A pointer that has moved less than this, in pixels, has tapped. */
const TAP = 5;
/** Radians per pixel. */
const TURN = 0.008;

/**
 * Makes a figure answer to pointers.
 * @param {Drawing} drawing
 * @param {HTMLElement} handle lies over the marble; a drag that begins there moves it, on touch screens too
 * @param {Context} context
 */
export function listenToPointer(drawing, handle, context) {
  const { stage, kind } = drawing;
  const turnable = kind === "surface";
  /** @type {{ id: number, x: number, y: number, moves: boolean, turns: boolean, held: boolean, begun: boolean } | undefined} */
  let drag;

  const pointAt = (/** @type {PointerEvent} */ event) => {
    const box = stage.getBoundingClientRect();
    const point = drawing.panel.pick(event.clientX - box.left, event.clientY - box.top);
    return point && Array.from(point);
  };
  const placeAt = (/** @type {PointerEvent} */ event) => {
    const point = pointAt(event);
    if (point) place(context, point);
  };

  /** While something is dragged the axes keep still under it. */
  const end = () => {
    if (!drag) return;
    drag = undefined;
    drawing.options({ lockFrame: false });
    context.refresh();
  };

  listen(stage, "pointerdown", (event) => {
    if (event.button !== 0 || drag) return;
    const free = !context.locked.has("start");
    const mouse = event.pointerType === "mouse";
    const onHandle = free && event.composedPath().includes(handle);
    const turns = turnable && !onHandle && (mouse || stage.classList.contains("turning"));
    const moves = onHandle || (free && !turnable && (mouse || kind === "curve"));
    const held = onHandle || turns || mouse;
    if (held && !hold(stage, event)) return;
    drag = { id: event.pointerId, x: event.clientX, y: event.clientY, moves, turns, held, begun: false };
    drawing.options({ lockFrame: true });
    if (moves && mouse && !onHandle) placeAt(event);
    if (mouse) event.preventDefault();
    handle.focus({ preventScroll: true });
  });

  listen(stage, "pointermove", (event) => {
    if (!drag || event.pointerId !== drag.id) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    // A finger that goes up or down scrolls the page; it has to go sideways first to take the marble along.
    drag.begun ||= Math.hypot(dx, dy) > TAP && (drag.held || Math.abs(dx) > Math.abs(dy));
    if (!drag.begun) return;
    if (drag.moves) placeAt(event);
    if (!drag.turns) return;
    drawing.turn(dx * TURN, dy * TURN);
    Object.assign(drag, { x: event.clientX, y: event.clientY });
  });

  listen(stage, "pointerup", (event) => {
    if (!drag || event.pointerId !== drag.id) return;
    const far = Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > TAP;
    const tapped = !drag.begun && !far && !context.locked.has("start");
    end();
    if (tapped) placeAt(event);
  });
  for (const ending of ["pointercancel", "lostpointercapture"]) stage.addEventListener(ending, end);
}
