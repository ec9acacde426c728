// The style sheets that all scenes share, made once.

import styles from "../css/scene.css";
import tokens from "../css/tokens.css";

/** What is in force, as text. */
const texts = [tokens, styles];
/** @type {CSSStyleSheet[]} */
const sheets = [];

/** Colours and sizes, then the inside of a scene. */
export function sharedSheets() {
  for (const text of texts.splice(0)) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.push(sheet);
  }
  return [...sheets];
}

/** Adds the styles of parts that have come later. @param {string} text */
export function addSheet(text) {
  texts.push(text);
}
