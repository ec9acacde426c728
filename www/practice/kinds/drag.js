// Moving a row with mouse or finger: it follows the hand by its handle, and the others make room.

import { hold } from "../../shell/holding.js";

/** @typedef {import("./reorder.js").Rows} Rows */

/**
 * Only the handle takes the finger; anywhere else a swipe scrolls the page.
 * @param {HTMLElement} handle
 * @param {HTMLElement} row
 * @param {Rows} rows
 */
export function draggable(handle, row, rows) {
  /** Where the hand was when the row was where it is now, and where the row was taken. @type {{ pointer: number, y: number, from: number } | undefined} */
  let drag;

  handle.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || drag || !hold(handle, event)) return;
    drag = { pointer: event.pointerId, y: event.clientY, from: rows.place(row) };
    row.setAttribute("data-dragged", "");
  });
  handle.addEventListener("pointermove", (event) => {
    if (event.pointerId !== drag?.pointer) return;
    const before = row.offsetTop;
    if (rows.move(row, placeUnder(row, rows, event.clientY - drag.y))) drag.y += row.offsetTop - before;
    row.style.translate = `0 ${event.clientY - drag.y}px`;
  });
  /** @param {boolean} stays */
  const end = (stays) => {
    if (!drag) return;
    const { from } = drag;
    drag = undefined;
    row.style.translate = "";
    row.removeAttribute("data-dragged");
    if (!stays) rows.move(row, from);
    if (rows.place(row) !== from) rows.tell("moved", row);
  };
  handle.addEventListener("pointerup", (event) => event.pointerId === drag?.pointer && end(true));
  handle.addEventListener("pointercancel", () => end(false));
  handle.addEventListener("lostpointercapture", () => end(true));
  handle.addEventListener("keydown", (event) => {
    if (!drag || event.key !== "Escape") return;
    event.preventDefault();
    end(false);
  });
}

/** How many of the other rows have their middle above that of the row as far down as the hand has taken it. @param {HTMLElement} row @param {Rows} rows @param {number} offset */
function placeUnder(row, rows, offset) {
  const middle = row.offsetTop + row.offsetHeight / 2 + offset;
  const place = rows.place(row);
  const others = [...rows.list.children].filter((other) => other !== row);
  return others.filter((other, index) => {
    const { offsetTop, offsetHeight } = /** @type {HTMLElement} */ (other);
    // A row gives way when the dragged one has covered half of it.
    const reach = (index < place ? -1 : 1) * (row.offsetHeight / 2);
    return offsetTop + offsetHeight / 2 < middle + reach;
  }).length;
}
