// Scenes that are no figures but something to do: each is fetched when it is about to be seen.

import { sceneOf } from "./course.js";
import { element } from "./dom.js";
import { more } from "./labels.js";

/** @typedef {import("./types.js").ActivityContext} ActivityContext */
/** @typedef {import("./types.js").Desk} Desk */
/** @typedef {(words: import("./labels.js").Words) => Promise<{ open: import("./activity.js").Opener, words: import("./labels.js").Words }>} Activity */

/** How far below the window an activity begins to load, in CSS pixels. */
const NEAR = 600;

/** How a reader asks for an activity that is not in view. */
const ASKING = ["focusin", "click"];

/**
 * The module of an activity; `ready` fetches what else it needs before it can be opened, and
 * `words` names further files of words.
 * @typedef {{ open: (context: ActivityContext) => Desk, ready?: () => Promise<unknown>, words?: string[] }} DeskModule
 */

/** Where each activity is. @type {Record<string, () => Promise<DeskModule>>} */
const DESKS = {
  python: () => import("../python/desk.js"),
  code: () => import("../code/desk.js"),
  practice: () => import("../practice/desk.js"),
  recall: () => import("../recall/desk.js"),
};

/** The activity that a scene is, if it is one. @param {string | undefined} id @returns {Activity | undefined} */
export function activityOf(id) {
  const scene = sceneOf(id);
  const name = scene?.activity;
  if (!scene || name === undefined) return undefined;
  return async (words) => {
    const [{ ActivitySession }, desk] = await Promise.all([import("./activity.js"), DESKS[name]?.()]);
    if (!desk) throw new Error(name);
    const [all] = await Promise.all([more(words, name, ...(desk.words ?? [])), desk.ready?.()]);
    return { words: all, open: (...given) => new ActivitySession(scene, desk.open, ...given) };
  };
}

/** Resolves when an element is in view or nearly so, has the focus or is pressed: keys may go past between two frames, and screen readers press what is far away. @param {Element} element @returns {Promise<void>} */
export function comesNear(element) {
  return new Promise((resolve) => {
    const near = () => {
      watch.disconnect();
      for (const type of ASKING) element.removeEventListener(type, near);
      resolve();
    };
    const watch = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && near(), { rootMargin: `${NEAR}px` });
    watch.observe(element);
    for (const type of ASKING) element.addEventListener(type, near);
  });
}

/** What stands for an activity until it comes near: a stop for the keyboard and a word for screen readers, which may get there at once. @param {string} scene @param {import("./labels.js").Words} words */
export function placeholder(scene, words) {
  return element("button", { type: "button", class: "quiet", text: words.say("activity.open", { title: words.say(`scene.${scene}`) }) });
}

/** Puts the focus where an activity begins, for a reader who has waited for it. @param {HTMLElement} activity */
export function focusFirst(activity) {
  /** @type {HTMLElement | null} */ (activity.querySelector("[tabindex], a, button, input, textarea, summary"))?.focus();
}
