// The scenes as course.json describes them, and the experiments they begin with.

import course from "../course.json?scenes,languages";
import { lossCatalogue, optimizerList } from "./core.js";

/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {import("./types.js").Preset} Preset */
/** @typedef {import("./types.js").Experiment} Experiment */
/** @typedef {import("./types.js").Override} Override */

/** @type {Scene[]} */
export const scenes = course.scenes.map((scene) => ({ presets: [], knobs: [], panels: [], experiments: [], ...scene }));

/** The languages that the site has. @type {string[]} */
export const languages = course.languages;

/** @param {string | undefined} id @returns {Scene | undefined} */
export function sceneOf(id) {
  return scenes.find((scene) => scene.id === id);
}

/** The scene that the lesson begins with. */
const FIRST = "surface";

/** Whether a scene can do with the first part of the core: the lesson's first figure as the course has it. @param {Record<string, string>} parameters */
export function isFirst(parameters) {
  const harmless = ["scene", "theme", "lang", "hide", "lock"];
  return parameters["scene"] === FIRST && Object.keys(parameters).every((name) => harmless.includes(name));
}

/** What parameters may name; the core must be loaded. @returns {import("./types.js").Known} */
export function known() {
  return { scenes: scenes.map(({ id }) => id), languages, losses: lossCatalogue(), optimizers: optimizerList() };
}

/**
 * How a scene begins: its first experiment, what the others have different, and where the scrubber stands.
 * @param {Scene} scene
 * @param {string} [preset]
 */
export function beginning(scene, preset) {
  const chosen = scene.presets.find(({ id }) => id === preset);
  const [first, ...others] = chosen?.experiments ?? scene.experiments;
  /** @type {Experiment} */
  const experiment = { ...scene.experiments[0], ...first };
  return { experiment, others, step: chosen?.step ?? scene.step ?? 0 };
}
