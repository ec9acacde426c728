// One scene alone in a page: the query configures it, the hash keeps the student's state without filling the history.

import { fromQuery, toQuery } from "./parameters.js";
import { whenSettled } from "./frames.js";

/** How long nothing may change before the hash is written, in milliseconds. */
const SETTLED = 250;

/** The scene that the address asks for, if it asks for one alone. @param {{ scene?: string }} [fixed] the only one that the page has */
export function sceneFromAddress(fixed = {}) {
  const query = { ...fromQuery(location.search), ...fixed };
  if (!("scene" in query)) return undefined;
  const scene = document.createElement("downhill-scene");
  for (const [name, text] of Object.entries(query)) scene.setAttribute(name, text);
  scene.restore(withoutScene(fromQuery(location.hash)));
  keepHash(scene);
  return scene;
}

/** @param {import("../downhill.js").DownhillScene} scene */
function keepHash(scene) {
  const later = whenSettled(() => {
    const hash = toQuery(withoutScene(scene.parameters(true)));
    const address = `${location.pathname}${location.search}${hash ? `#${hash}` : ""}`;
    if (`${location.pathname}${location.search}${location.hash}` !== address) history.replaceState(history.state, "", address);
  }, SETTLED);
  // The scene writes into its attributes whatever the student changes.
  new MutationObserver(later.request).observe(scene, { attributes: true });
  // By the time that this is heard the address may have been written over.
  addEventListener("hashchange", ({ newURL }) => scene.restore(withoutScene(fromQuery(new URL(newURL).hash))));
}

/** @param {Record<string, string>} parameters */
function withoutScene({ scene: _, ...others }) {
  return others;
}
