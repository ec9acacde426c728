// The module: the lesson's engine for other pages' scripts, and the element <downhill-scene>.

import { beginning, scenes as described } from "./shell/course.js";
import { lossesWithRegions, optimizerList } from "./shell/core.js";
import { englishWords } from "./shell/labels.js";
import { DownhillScene } from "./shell/scene-element.js";

export { run, stability, step, whole as ready } from "./shell/core.js";
export { wordsOf as words } from "./shell/labels.js";
export { DownhillScene };

/** The catalogue of losses. */
export const losses = () => structuredClone(lossesWithRegions());
/** The optimizers with their settings. */
export const optimizers = () => structuredClone(optimizerList());

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
