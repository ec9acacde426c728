// The practice activity: one challenge where the host asks for one, else all of them.

import styles from "../css/practice.css";
import { progressPanel } from "../progress/panel.js";
import { progress } from "../progress/store.js";
import { element } from "../shell/dom.js";
import { addSheet } from "../shell/sheets.js";
import { card } from "./card.js";
import { challengeOf, challenges } from "./data.js";
import { overview } from "./overview.js";

/** @typedef {import("../shell/types.js").ActivityContext} ActivityContext */

addSheet(styles);

/** The judge is a part of the core that comes only now. */
export { practice as ready } from "../shell/core.js";

/** Further files of words. */
export const words = ["challenges", "sections", "progress"];

/** @param {ActivityContext} context @returns {import("../shell/types.js").Desk} */
export function open(context) {
  const { words, values, faults, emit } = context;
  const wanted = values["challenge"];
  const challenge = challengeOf(wanted);
  if (wanted !== undefined && !challenge) faults.push({ field: "challenge", given: wanted, accepted: { code: "challenge", count: challenges.length } });
  const box = element("div", { class: "scene activity", role: "group", "data-scene": "practice", "aria-label": words.say("practice.name") });
  const host = () => hostOf(box);
  // Alone on its page it stands under no section's heading.
  const level = document.body.classList.contains("single") ? 2 : 3;
  const panel = challenge ? undefined : progressPanel(words);
  const part = challenge ? card(challenge, { words, emit, host, level }) : overview({ words, emit, host, level }, panel?.element);
  box.append(part.element);
  box.classList.toggle("one", Boolean(challenge));
  const stop = progress.listen(part.update);
  return {
    element: box,
    start: part.start,
    restyle: part.restyle,
    close() {
      stop();
      panel?.dispose();
      part.dispose();
    },
  };
}

/** The element in whose shadow this stands. @param {Element} element */
function hostOf(element) {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
