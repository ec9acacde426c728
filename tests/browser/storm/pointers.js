// Mouse, fingers and pens: down, move, up, cancelled, lost, in the order that people and broken drivers give.

/** @typedef {import("./kinds.js").Storm} Storm */

/** A mouse and, with ids of their own, two fingers and a pen. */
const POINTERS = [["mouse", 1], ["touch", 2], ["touch", 3], ["pen", 4]];
const KINDS = /** @type {const} */ ([
  [8, "pointerdown"], [30, "pointermove"], [8, "pointerup"], [2, "pointercancel"], [2, "lostpointercapture"],
  [1, "gotpointercapture"], [2, "pointerover"], [1, "pointerout"], [1, "pointerenter"], [2, "pointerleave"],
]);

/** What each pointer went down on last; it stays with that most of the time. @type {Map<number, Element>} */
const held = new Map();

/** Every pointer lets go of what it went down on. */
export const letGo = () => held.clear();

/** @param {Storm} storm */
export function pointer({ random, targets }) {
  const [pointerType, pointerId] = /** @type {[string, number]} */ (random.pick(POINTERS));
  const type = random.weigh(KINDS);
  const before = held.get(pointerId);
  const target = before?.isConnected && random.chance(0.8) ? before : targets.one(random, random.chance(0.7) ? "stage" : "other");
  if (type === "pointerdown") held.set(pointerId, target);
  if (type === "pointerup" || type === "pointercancel") held.delete(pointerId);
  target.dispatchEvent(new PointerEvent(type, {
    ...at({ random, targets }, target), ...keysHeld(random), pointerId, pointerType, isPrimary: pointerId !== 3, bubbles: true, composed: true, cancelable: true,
    button: type === "pointermove" ? -1 : random.weigh([[8, 0], [1, 1], [1, 2]]), buttons: random.below(4), pressure: random.between(0, 1), width: random.between(0, 40),
  }));
  return { type: `${type} (${pointerType} ${pointerId})`, target };
}

/** @param {Storm} storm */
export function mouse({ random, targets }) {
  const type = random.pick(["mousedown", "mousemove", "mouseup", "mouseleave", "dblclick", "contextmenu", "auxclick", "dragstart", "dragover", "drop", "dragend"]);
  const target = targets.one(random, random.pick(["stage", "other", "press"]));
  const made = type.startsWith("dr") ? DragEvent : MouseEvent;
  target.dispatchEvent(new made(type, { ...at({ random, targets }, target), ...keysHeld(random), bubbles: true, composed: true, cancelable: true }));
  return { type, target };
}

/** @param {Storm} storm */
export function touch({ random, targets }) {
  const type = random.pick(["touchstart", "touchmove", "touchend", "touchcancel"]);
  const target = targets.one(random, "stage");
  const touches = Array.from({ length: random.below(3) }, (_, identifier) => new Touch({ identifier, target, ...at({ random, targets }, target) }));
  target.dispatchEvent(new TouchEvent(type, { touches, targetTouches: touches, changedTouches: touches, bubbles: true, composed: true, cancelable: true }));
  return { type, target };
}

/** @param {Storm} storm */
export function wheel({ random, targets }) {
  const target = targets.one(random, random.chance(0.7) ? "stage" : "range");
  const far = random.chance(0.05) ? 1e6 : 200;
  target.dispatchEvent(new WheelEvent("wheel", {
    ...at({ random, targets }, target), ...keysHeld(random), deltaX: random.between(-far, far), deltaY: random.between(-far, far), deltaMode: random.below(3), bubbles: true, composed: true, cancelable: true,
  }));
  return { type: "wheel", target };
}

/** A place on an element, at times on its very edge, beside it or far away. @param {Pick<Storm, "random" | "targets">} storm @param {Element} target */
function at({ random, targets }, target) {
  const { left, top, width, height } = targets.place(target);
  const reach = random.weigh([[12, [0, 1]], [2, [-0.5, 1.5]], [1, [0, 0]], [1, [-1e4, 1e4]]]);
  const [from = 0, to = 1] = reach;
  return { clientX: left + width * random.between(from, to), clientY: top + height * random.between(from, to) };
}

/** @param {import("./random.js").Random} random */
export function keysHeld(random) {
  return { shiftKey: random.chance(0.15), ctrlKey: random.chance(0.08), altKey: random.chance(0.05), metaKey: random.chance(0.03) };
}
