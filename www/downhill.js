// The module: the lesson's engine for other pages' scripts, and the element <downhill-scene>.

import { beginning, scenes as described } from "./shell/course.js";
import { lossesWithRegions, optimizerList, plainly, run as coreRun, stability as coreStability, step as coreStep, whole } from "./shell/core.js";
import { englishWords } from "./shell/labels.js";
import { DownhillScene } from "./shell/scene-element.js";

export { wordsOf as words } from "./shell/labels.js";
export { DownhillScene };

/** @type {import("./practice/module.js").Practice | undefined} */
let practice;

/** Loads the core and the challenges; the lesson itself asks for these only where they are seen. */
export async function ready() {
  const [, module] = await Promise.all([whole(), import("./practice/module.js")]);
  practice ??= await module.practice();
}

/** Runs an experiment. */
export const run = plainly(coreRun);
/** Makes one update. */
export const step = plainly(coreStep);
/** Between which learning rates an experiment settles. */
export const stability = plainly(coreStability);

/** The challenges, from `ready` on. */
export const challenges = () => opened().list();
/** The verdict on an answer, from `ready` on. */
export const judge = plainly((/** @type {string} */ id, /** @type {unknown} */ answer) => opened().judge(id, answer));

function opened() {
  if (!practice) throw new Error(englishWords.say("fault.notReady"));
  return practice;
}

/** The catalogue of losses. */
export const losses = plainly(() => structuredClone(lossesWithRegions()));
/** The optimizers with their settings. */
export const optimizers = plainly(() => structuredClone(optimizerList()));

/** The scenes with what each begins with; one about something else than a run has no experiment. */
export function scenes() {
  return described.map((scene) => ({
    id: scene.id,
    title: englishWords.sayFirst([`scene.${scene.id}`, "scene.other"]),
    ...(!scene.model && !scene.activity && { experiment: structuredClone(beginning(scene).experiment) }),
    presets: scene.presets.map(({ id }) => ({
      id,
      title: englishWords.sayFirst([`preset.${scene.id}.${id}`, `preset.${id}`]),
      experiment: structuredClone(beginning(scene, id).experiment),
    })),
  }));
}

if (!customElements.get("downhill-scene")) customElements.define("downhill-scene", DownhillScene);
