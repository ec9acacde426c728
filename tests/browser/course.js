// The course as it is shipped, so that tests walk its sections and scenes and a new one is covered at once.
import { readFileSync } from "node:fs";

/** @typedef {{ id: string, panels: string[], marbles?: boolean, model?: string, activity?: string, presets: { id: string }[] }} Described */

/** @type {{ sections: { id: string, scene?: string }[], scenes: Described[], challenges: any[], cards: { id: string }[] }} */
const course = JSON.parse(readFileSync(new URL("../../www/course.json", import.meta.url), "utf8"));

export const { sections, challenges, cards } = course;

/** The scenes that show figures. */
export const scenes = course.scenes.filter(({ activity }) => activity === undefined);

/** The scenes that are something to do instead: challenges, cards, code. */
export const activities = course.scenes.filter(({ activity }) => activity !== undefined);

/** The scenes about runs of the core; a scene that names another model has no iterates to save and no rules to stop at. */
export const scenesOfRuns = scenes.filter(({ model }) => model === undefined);

/** The scenes that the prose of a section places, in order. @param {string} section @returns {string[]} */
export function scenesIn(section) {
  const prose = readFileSync(new URL(`../../www/text/en/sections/${section}.md`, import.meta.url), "utf8");
  return [...prose.matchAll(/^<downhill-scene scene="([\w-]+)"/gm)].map(([, scene = ""]) => scene);
}

/** The figures among them. @param {string} section */
export const figuresIn = (section) => scenesIn(section).filter((id) => scenes.some((scene) => scene.id === id));
