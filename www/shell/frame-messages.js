// In an iframe: the scenes' events and the height of the page, told to the page around it, which may ask things of a scene alone.

import { englishWords } from "./labels.js";

const EVENTS = ["ready", "change", "step", "outcome", "solved", "error"];

/** Begins telling and listening; does nothing in a page of its own. @param {import("../downhill.js").DownhillScene} [scene] the only one of the page */
export function talkToParent(scene) {
  if (window.parent === window) return;
  // Whoever is told that a scene is ready may ask at once.
  const listening = scene && import("./frame-requests.js").then(({ answerParent }) => answerParent(scene, tell, sentence)).catch(() => undefined);
  for (const name of EVENTS) {
    document.addEventListener(`downhill-${name}`, async (event) => {
      const { detail } = /** @type {CustomEvent} */ (event);
      await listening;
      tell({ source: "downhill", type: name, detail });
    });
  }
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (Math.abs(height - told) < 1) return;
    told = height;
    tell({ source: "downhill", type: "resize", height });
    tell({ subject: "lti.frameResize", height });
  }).observe(document.body);
}

/** What is wrong with a message is said to whoever has written it, not to readers. @param {import("./types.js").Fault} fault */
function sentence(fault) {
  return englishWords.say("fault.field", { name: fault.field, sentence: englishWords.fault(fault) });
}

/** Nothing of it is secret, and the page around may be anybody's. @param {object} message */
function tell(message) {
  window.parent.postMessage(message, "*");
}
