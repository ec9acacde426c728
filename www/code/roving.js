// One stop of the Tab key for many places: arrow keys move between them, and where one was last is where Tab comes back to.

/** Keys for places that stand one below the other, and side by side. @type {Record<"down" | "across", [back: string, on: string]>} */
const KEYS = { down: ["ArrowUp", "ArrowDown"], across: ["ArrowLeft", "ArrowRight"] };

/**
 * @param {HTMLElement[]} places
 * @param {keyof typeof KEYS} direction
 * @param {(key: string, place: HTMLElement) => HTMLElement | undefined} [elsewhere] where other keys lead
 */
export function roving(places, direction, elsewhere) {
  const [back, on] = KEYS[direction];
  const steps = new Map([[back, -1], [on, 1], ["Home", -places.length], ["End", places.length]]);
  const settle = (/** @type {HTMLElement} */ here) => {
    for (const place of places) place.tabIndex = place === here ? 0 : -1;
  };
  for (const [index, place] of places.entries()) {
    place.addEventListener("focus", () => settle(place));
    place.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const step = steps.get(event.key);
      const near = step === undefined ? undefined : places[Math.min(Math.max(index + step, 0), places.length - 1)];
      const target = near ?? elsewhere?.(event.key, place);
      if (!target) return;
      event.preventDefault();
      target.focus();
    });
  }
  if (places[0]) settle(places[0]);
}
