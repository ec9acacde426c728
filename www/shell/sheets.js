// The style sheets that all scenes share, made once.

import styles from "../css/scene.css";
import tokens from "../css/tokens.css";

/** @type {CSSStyleSheet[] | undefined} */
let sheets;

/** Colours and sizes, then the inside of a scene. */
export function sharedSheets() {
  sheets ??= [tokens, styles].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return sheets;
}
