// In an iframe: what the page around it may ask of the scene. A message that is not exactly as it should be is not answered at all.

import { drawn, whenSettled } from "./frames.js";
import { PARAMETERS } from "./parameters.js";

/** @typedef {import("../downhill.js").DownhillScene} DownhillScene */
/** @typedef {Record<string, unknown>} Fields */

/** How long nothing may change before the state is told, in milliseconds. */
const SETTLED = 250;
/** Longest message, in characters of JSON. */
const LONGEST = 20_000;
const MOST_STEPS = 1e6;

/** What can be asked, by type: whether the message has what it needs, and what is done. @type {Record<string, { fits: (asked: Fields) => boolean, act: (scene: DownhillScene, asked: any) => void }>} */
const REQUESTS = {
  get: { fits: () => true, act: () => {} },
  set: { fits: ({ parameters }) => isParameters(parameters, true), act: (scene, { parameters }) => setAttributes(scene, parameters) },
  restore: { fits: ({ parameters }) => isParameters(parameters, false), act: (scene, { parameters }) => scene.restore(parameters) },
  experiment: { fits: ({ experiment }) => isFields(experiment), act: (scene, { experiment }) => (scene.experiment = experiment) },
  step: { fits: ({ count = 1 }) => Number.isInteger(count) && Math.abs(Number(count)) <= MOST_STEPS, act: (scene, { count = 1 }) => scene.step(count) },
  run: { fits: () => true, act: (scene) => scene.run() },
  reset: { fits: () => true, act: (scene) => scene.reset() },
};

/** Answers the page around, and tells it what its student has changed. @param {DownhillScene} scene @param {(message: object) => void} tell */
export function answerParent(scene, tell) {
  const ready = new Promise((resolve) => scene.addEventListener("downhill-ready", resolve, { once: true }));
  const allowed = allowedOrigins();
  addEventListener("message", async ({ source, origin, data }) => {
    if (source !== window.parent || !allowed.includes(origin) || !isRequest(data)) return;
    await ready;
    const detail = await answerTo(scene, data);
    window.parent.postMessage({ source: "downhill", type: "answer", id: data["id"], detail }, origin);
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

/** @param {DownhillScene} scene @param {Fields} asked */
async function answerTo(scene, asked) {
  try {
    REQUESTS[String(asked["type"])]?.act(scene, asked);
  } catch (reason) {
    return { message: reason instanceof Error ? reason.message : String(reason) };
  }
  await drawn();
  return { parameters: scene.parameters(), changes: scene.parameters(true), experiment: scene.experiment };
}

/** @param {unknown} data @returns {data is Fields} */
function isRequest(data) {
  if (!isFields(data) || data["target"] !== "downhill" || typeof data["type"] !== "string") return false;
  const { id, type } = data;
  if (id !== undefined && typeof id !== "number" && !(typeof id === "string" && id.length <= 100)) return false;
  return Object.hasOwn(REQUESTS, type) && Boolean(REQUESTS[type]?.fits(data)) && isShort(data);
}

/** @param {unknown} value @returns {value is Fields} */
function isFields(value) {
  return typeof value === "object" && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));
}

/** Texts under the names of parameters; `null` takes one back. @param {unknown} parameters @param {boolean} takesBack */
function isParameters(parameters, takesBack) {
  return isFields(parameters) && Object.entries(parameters).every(([name, text]) => Object.hasOwn(PARAMETERS, name) && (typeof text === "string" || (takesBack && text === null)));
}

/** Plain data of a bounded size; cyclic data and large numbers have no JSON. @param {Fields} data */
function isShort(data) {
  try {
    return JSON.stringify(data).length <= LONGEST;
  } catch {
    return false;
  }
}

/** @param {DownhillScene} scene @param {Record<string, string | null>} parameters */
function setAttributes(scene, parameters) {
  for (const [name, text] of Object.entries(parameters)) {
    if (text === null) scene.removeAttribute(name);
    else scene.setAttribute(name, text);
  }
}
