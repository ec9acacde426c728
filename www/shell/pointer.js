// Mouse and touch on a figure: a tap places the marble, a drag moves it or turns the view, a swipe still scrolls the page.

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
  /** @type {{ id: number, x: number, y: number, fromX: number, fromY: number, moves: boolean, turns: boolean } | undefined} */
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

  stage.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || drag) return;
    const free = !context.locked.has("start");
    const mouse = event.pointerType === "mouse";
    const onHandle = free && event.composedPath().includes(handle);
    const turns = turnable && !onHandle && (mouse || stage.classList.contains("turning"));
    const moves = onHandle || (free && !turnable && (mouse || kind === "curve"));
    drag = { id: event.pointerId, x: event.clientX, y: event.clientY, fromX: event.clientX, fromY: event.clientY, moves, turns };
    if (event.pointerType !== "touch" || onHandle || turns) stage.setPointerCapture(event.pointerId);
    if (moves && !onHandle && mouse) placeAt(event);
    if (mouse) event.preventDefault();
    handle.focus({ preventScroll: true });
  });

  stage.addEventListener("pointermove", (event) => {
    if (!drag || event.pointerId !== drag.id) return;
    const far = Math.hypot(event.clientX - drag.fromX, event.clientY - drag.fromY) > TAP;
    if (drag.moves && (far || event.pointerType === "mouse")) placeAt(event);
    else if (drag.turns && far) drawing.turn((event.clientX - drag.x) * TURN, (event.clientY - drag.y) * TURN);
    if (far) drag.fromX = Infinity;
    drag.x = event.clientX;
    drag.y = event.clientY;
  });

  stage.addEventListener("pointerup", (event) => {
    if (!drag || event.pointerId !== drag.id) return;
    const tapped = Math.hypot(event.clientX - drag.fromX, event.clientY - drag.fromY) <= TAP;
    const done = drag.moves && event.pointerType === "mouse";
    drag = undefined;
    if (tapped && !done && !context.locked.has("start")) placeAt(event);
  });
  for (const ending of ["pointercancel", "lostpointercapture"]) stage.addEventListener(ending, () => (drag = undefined));
}
