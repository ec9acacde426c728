// Moving a row with the keyboard: Space or Enter takes it, arrows move it, Space or Enter puts it down, Escape puts it back.

/** @typedef {import("./reorder.js").Rows} Rows */

/** @type {Record<string, (place: number, count: number) => number>} */
const MOVES = {
  ArrowUp: (place) => place - 1,
  ArrowDown: (place) => place + 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** @param {Rows} rows */
export function grabbing(rows) {
  /** What is in hand, and where it was taken. @type {{ handle: HTMLElement, row: HTMLElement, from: number } | undefined} */
  let held;

  /** Puts down what is in hand. */
  const release = () => {
    held?.handle.setAttribute("aria-pressed", "false");
    held?.row.removeAttribute("data-held");
    held = undefined;
  };
  /** @param {HTMLElement} handle @param {HTMLElement} row */
  const take = (handle, row) => {
    release();
    held = { handle, row, from: rows.place(row) };
    handle.setAttribute("aria-pressed", "true");
    row.setAttribute("data-held", "");
    rows.tell("taken", row);
  };
  /** @param {KeyboardEvent} event @param {HTMLElement} handle @param {HTMLElement} row */
  const pressed = (event, handle, row) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const mine = held?.row === row;
    if (event.key === " " || event.key === "Enter") {
      if (mine) {
        release();
        rows.tell("dropped", row);
      } else {
        take(handle, row);
      }
    } else if (mine && event.key === "Escape") {
      rows.move(row, held?.from ?? 0);
      release();
      rows.tell("cancelled", row);
    } else if (mine && MOVES[event.key]) {
      if (rows.move(row, MOVES[event.key]?.(rows.place(row), rows.list.children.length) ?? 0)) rows.tell("moved", row);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    release,
    /** @param {HTMLElement} handle @param {HTMLElement} row */
    attach(handle, row) {
      handle.addEventListener("keydown", (event) => pressed(event, handle, row));
      // The reader goes elsewhere: the row stays where it has been moved.
      handle.addEventListener("blur", () => held?.row === row && release());
      // A click that no key has made: assistive technology presses buttons so.
      handle.addEventListener("click", (event) => {
        if (event.detail !== 0) return;
        if (held?.row === row) {
          release();
          rows.tell("dropped", row);
        } else {
          take(handle, row);
        }
      });
    },
  };
}
