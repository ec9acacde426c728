// What a reader does besides pointing: keys, presses, sliders, choices, typing, files, focus, scrolling.
import { keysHeld } from "./pointers.js";

/** @typedef {import("./kinds.js").Storm} Storm */

const KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown", "Enter", " ", "Escape", "Tab", "Delete", "Backspace", "a", "z", "0", "-", "+", ".", "F5", "Process", "Dead", "Unidentified"];

/** @param {Storm} storm */
export function key({ random, targets }) {
  const type = random.weigh([[8, "keydown"], [3, "keyup"], [1, "keypress"]]);
  const target = targets.one(random, random.weigh([[6, "stage"], [2, "press"], [2, "text"], [1, "range"], [1, "editor"], [1, "other"]]));
  target.dispatchEvent(new KeyboardEvent(type, { ...keysHeld(random), key: random.pick(KEYS), repeat: random.chance(0.3), isComposing: random.chance(0.03), bubbles: true, composed: true, cancelable: true }));
  return { type, target };
}

/** @param {Storm} storm */
export function press({ random, targets }) {
  const target = targets.one(random, "press");
  if (target instanceof HTMLElement) target.click();
  return { type: "click", target };
}

/** @param {Storm} storm */
export function slide({ random, targets }) {
  const target = targets.one(random, "range");
  if (target instanceof HTMLInputElement && !target.disabled) {
    const [lowest, highest] = [Number(target.min || 0), Number(target.max || 100)];
    target.value = String(random.weigh([[8, random.between(lowest, highest)], [1, lowest], [1, highest]]));
    tell(target, random.chance(0.8) ? ["input"] : ["input", "change"]);
  }
  return { type: "slide", target };
}

/** @param {Storm} storm */
export function choose({ random, targets }) {
  const target = targets.one(random, "select");
  if (target instanceof HTMLSelectElement && !target.disabled && target.options.length > 0) {
    target.selectedIndex = random.below(target.options.length);
    tell(target, ["input", "change"]);
  }
  return { type: "choose", target };
}

/** @param {Storm} storm */
export function type({ random, targets, text }) {
  const target = targets.one(random, random.chance(0.85) ? "text" : "editor");
  const typed = text();
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    if (target.disabled || target.readOnly) return { type: "type", target };
    target.value = random.chance(0.2) ? target.value + typed : typed;
    tell(target, random.weigh([[3, ["input", "change"]], [2, ["input"]], [1, ["input", "change", "blur"]], [1, ["compositionstart", "input", "compositionend"]]]));
  } else if (target instanceof HTMLElement && target.isContentEditable) {
    target.focus({ preventScroll: true });
    // The one way for a script to type as a reader does; of what a hand does the browser tells the page beforehand.
    const announced = new InputEvent("beforeinput", { inputType: "insertText", data: typed, bubbles: true, composed: true, cancelable: true });
    if (typed && target.dispatchEvent(announced)) document.execCommand("insertText", false, typed);
  }
  return { type: `type “${typed.slice(0, 40)}” into`, target };
}

/** A file chosen, as the chooser would hand it over. @param {Storm} storm */
export function file({ random, targets, text }) {
  const target = targets.one(random, "file");
  if (target instanceof HTMLInputElement && target.type === "file") {
    const chosen = new DataTransfer();
    chosen.items.add(new File([text()], random.chance(0.5) ? "progress.json" : text().slice(0, 80), { type: "application/json" }));
    target.files = chosen.files;
    tell(target, ["input", "change"]);
  }
  return { type: "file", target };
}

/** @param {Storm} storm */
export function focus({ random, targets }) {
  const target = targets.one(random, random.pick(["stage", "press", "text", "range", "editor"]));
  if (target instanceof HTMLElement) {
    if (random.chance(0.75)) target.focus({ preventScroll: random.chance(0.9) });
    else target.blur();
  }
  return { type: "focus", target };
}

/** @param {Storm} storm */
export function disclose({ random, targets }) {
  const target = targets.one(random, "press").closest("details");
  if (target) target.open = random.chance(0.7);
  return { type: "disclose", target: target ?? document.body };
}

/** @param {Storm} storm */
export function scroll({ random }) {
  const height = document.documentElement.scrollHeight;
  scrollTo(0, random.between(0, height));
  return { type: "scroll", target: document.body };
}

/** @param {Storm} storm */
export function paste({ random, targets, text }) {
  const target = targets.one(random, random.pick(["text", "editor", "stage"]));
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text());
  clipboardData.setData("text/html", text());
  target.dispatchEvent(new ClipboardEvent(random.pick(["paste", "copy", "cut"]), { clipboardData, bubbles: true, composed: true, cancelable: true }));
  return { type: "paste", target };
}

/** @param {Element} target @param {string[]} types */
function tell(target, types) {
  for (const type of types) target.dispatchEvent(new Event(type, { bubbles: true, composed: type === "input" }));
}
