// The style sheets that all scenes share, made once.

import styles from "../css/scene.css";
import tokens from "../css/tokens.css";
import { element } from "./dom.js";

/** What is in force, as text. */
const texts = [tokens, styles];
/** @type {CSSStyleSheet[]} */
const sheets = [];

/** Colours and sizes, then the inside of a scene. @param {ShadowRoot} root the scene that asks */
export function sharedSheets(root) {
  for (const text of texts.splice(0)) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(sizedFor(root, text));
    sheets.push(sheet);
  }
  return [...sheets];
}

/** Pixels of a rem, where a host has made it something else than the size that the reader prefers. @type {number | undefined} */
let rem;

/** A sheet whose sizes do not depend on what a host has made of `html { font-size }`. @param {ShadowRoot} root @param {string} text */
function sizedFor(root, text) {
  const size = (/** @type {Element} */ node) => Number.parseFloat(getComputedStyle(node).fontSize);
  if (rem === undefined) {
    const probe = element("p");
    probe.style.cssText = "all: initial; font-size: medium";
    root.append(probe);
    rem = size(probe);
    probe.remove();
  }
  const pixels = rem;
  return size(document.documentElement) === pixels ? text : text.replace(/([\d.]+)rem\b/g, (_, number) => `${number * pixels}px`);
}

/** Adds the styles of parts that have come later. @param {string} text */
export function addSheet(text) {
  texts.push(text);
}
