// What a pointer has gone down on keeps it while it drags, wherever it goes.

/**
 * Whether the element has the pointer from now on; not if it is gone already, as a finger may be by the time its event is heard.
 * @param {Element} element
 * @param {PointerEvent} event
 */
export function hold(element, { pointerId }) {
  try {
    element.setPointerCapture(pointerId);
    return true;
  } catch {
    return false;
  }
}
