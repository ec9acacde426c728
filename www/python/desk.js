// The activity `python`: a program to change and run, and the trail it leaves on a loss.

import { element } from "../shell/dom.js";
import { pythonPane } from "./pane.js";
import { starter } from "./starters.js";
import { trailPicture } from "./trail-picture.js";

/** @typedef {import("../shell/types.js").ActivityContext} ActivityContext */
/** @typedef {import("../shell/types.js").Desk} Desk */

/** The program that the reader begins with. */
const DEFAULT = "default";
/** Where what becomes of it is kept. */
const DRAFT = "python";

/** @param {ActivityContext} context @returns {Desk} */
export function open({ scene, words, values, known, changed, faults }) {
  const picture = trailPicture(words, known, changed);
  const configured = (/** @type {import("../shell/state.js").Values} */ { loss }) => [picture.choose(loss)].filter((fault) => fault !== undefined);
  faults.push(...configured(values));
  const place = element("div", { class: "python-place" });
  const box = element("div", { class: "scene python-desk", role: "group", "data-scene": scene.id, "aria-label": words.say(`scene.${scene.id}`) }, place, picture.element);
  /** @type {ReturnType<typeof pythonPane> | undefined} */
  let pane;
  let closed = false;
  // Without it the reader begins with an empty page, which Python runs as well.
  void starter(words, DEFAULT).catch(() => "").then((code) => {
    if (closed) return;
    pane = pythonPane({ words, key: DRAFT, code, onResult: picture.show });
    place.append(pane.element);
  });
  return {
    element: box,
    restyle: picture.restyle,
    texts: picture.texts,
    restore: configured,
    configure: (names, given) => (names.includes("loss") ? configured(given) : []),
    close() {
      closed = true;
      pane?.dispose();
      picture.dispose();
    },
  };
}
