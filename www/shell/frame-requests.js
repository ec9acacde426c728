// In an iframe: what the page around it may ask of the scene. One after the other is answered; what is no message to a scene is not answered at all.

import { isFields, isId, wrongCount, wrongExperiment, wrongMessage, wrongParameters } from "./frame-checks.js";
import { drawn, whenSettled } from "./frames.js";

/** @typedef {import("../downhill.js").DownhillScene} DownhillScene */
/** @typedef {import("./frame-checks.js").Fields} Fields */
/** @typedef {import("./types.js").Fault} Fault */

/** How long nothing may change before the state is told, in milliseconds. */
const SETTLED = 250;

/** What can be asked, by type: what is wrong with the message, if anything is, and what is done. @type {Record<string, { wrong: (asked: Fields) => Fault | undefined, act: (scene: DownhillScene, asked: any) => void }>} */
const REQUESTS = {
  get: { wrong: () => undefined, act: () => {} },
  set: { wrong: ({ parameters }) => wrongParameters(parameters, true), act: (scene, { parameters }) => setAttributes(scene, parameters) },
  restore: { wrong: ({ parameters }) => wrongParameters(parameters, false), act: (scene, { parameters }) => scene.restore(parameters) },
  experiment: { wrong: ({ experiment }) => wrongExperiment(experiment), act: (scene, { experiment }) => (scene.experiment = experiment) },
  step: { wrong: ({ count = 1 }) => wrongCount(count), act: (scene, { count = 1 }) => scene.step(count) },
  run: { wrong: () => undefined, act: (scene) => scene.run() },
  reset: { wrong: () => undefined, act: (scene) => scene.reset() },
};

/**
 * Answers the page around, and tells it what its student has changed.
 * @param {DownhillScene} scene
 * @param {(message: object) => void} tell
 * @param {(fault: Fault) => string} sentence says what is wrong with a message
 */
export function answerParent(scene, tell, sentence) {
  const allowed = allowedOrigins();
  /** @type {Promise<unknown>} */
  let before = new Promise((resolve) => scene.addEventListener("downhill-ready", resolve, { once: true }));
  addEventListener("message", async ({ source, origin, data }) => {
    if (source !== window.parent || !allowed.includes(origin) || !isFields(data) || data["target"] !== "downhill") return;
    // Each is answered with the state that it has left, whatever comes right after it.
    const answer = before.then(() => answerTo(scene, data, sentence));
    before = answer.catch(() => undefined);
    const detail = await answer;
    await drawn();
    window.parent.postMessage({ source: "downhill", type: "answer", id: isId(data["id"]) ? data["id"] : undefined, detail }, origin);
  });
  const state = whenSettled(() => tell({ source: "downhill", type: "state", detail: { parameters: scene.parameters(true) } }), SETTLED);
  for (const type of ["change", "step", "outcome", "solved"]) scene.addEventListener(`downhill-${type}`, state.request);
}

/** The origins named by the address as `parent`, or else the one of the page around, where the browser says which that is. */
function allowedOrigins() {
  const named = new URLSearchParams(location.search).get("parent")?.split(",");
  const around = location.ancestorOrigins?.[0] ?? document.referrer;
  return (named ?? [around]).flatMap((text) => (URL.canParse(text) ? [new URL(text).origin] : []));
}

/** Does what is asked, and tells how things are then. @param {DownhillScene} scene @param {Fields} asked @param {(fault: Fault) => string} sentence */
async function answerTo(scene, asked, sentence) {
  const request = REQUESTS[String(asked["type"])];
  const fault = wrongMessage(asked, Object.keys(REQUESTS)) ?? request?.wrong(asked);
  if (fault) return { message: sentence(fault) };
  /** @type {string[]} */
  const heard = [];
  const hear = (/** @type {Event} */ event) => void heard.push(/** @type {CustomEvent} */ (event).detail.message);
  scene.addEventListener("downhill-error", hear);
  try {
    request?.act(scene, asked);
    await scene.settled();
  } catch (reason) {
    return { message: reason instanceof Error ? reason.message : String(reason) };
  } finally {
    scene.removeEventListener("downhill-error", hear);
  }
  const state = { parameters: scene.parameters(), changes: scene.parameters(true), experiment: scene.experiment };
  return heard.length > 0 ? { message: heard.join(" "), ...state } : state;
}

/** @param {DownhillScene} scene @param {Record<string, string | null>} parameters */
function setAttributes(scene, parameters) {
  for (const [name, text] of Object.entries(parameters)) {
    if (text === null) scene.removeAttribute(name);
    else scene.setAttribute(name, text);
  }
}
