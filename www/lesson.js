// The lesson page's own script: one scene alone if the address asks for it, else theme and contents beside the prose.

import { scenes, words } from "./downhill.js";
import { sceneFromAddress } from "./shell/address.js";
import { followReading } from "./shell/contents.js";
import { sceneOf } from "./shell/course.js";
import { element } from "./shell/dom.js";
import { talkToParent } from "./shell/frame-messages.js";
import { keepForOffline } from "./shell/offline.js";
import { fromQuery } from "./shell/parameters.js";
import { recall, storage } from "./shell/storage.js";
import { applyTheme, rememberedTheme, themeSwitch } from "./shell/theme.js";
import { reachWideFormulas } from "./shell/wide-formulas.js";

const query = fromQuery(location.search);
applyTheme(query["theme"] ?? rememberedTheme());

const scene = sceneFromAddress();
talkToParent(scene);
if (scene) showAlone(scene);
else void showLesson();
// A learning platform hands out courses to those who are signed in.
if (!document.documentElement.dataset["course"]) keepForOffline();

/** @param {HTMLElement} scene */
function showAlone(scene) {
  document.body.classList.add("single");
  const title = scenes().find(({ id }) => id === query["scene"])?.title;
  const heading = element("h1", { class: "visually-hidden", text: title ?? document.title });
  document.querySelector("main")?.replaceChildren(heading, scene);
}

async function showLesson() {
  const nav = document.querySelector("nav.contents");
  if (nav) followReading(nav, document.querySelectorAll("main > section"));
  reachWideFormulas(document.querySelectorAll("main math[display=block]"));
  const language = document.documentElement.lang || "en";
  const spoken = await words(language).catch(() => words("en"));
  const header = document.querySelector("body > header");
  header?.append(themeSwitch(spoken));
  if (!nav || !header) return;
  // Nobody waits for the marks, least of all the first figure.
  let asked = false;
  const marks = () => {
    if (!asked) void import("./progress/marks.js").then(({ showMarks }) => showMarks(nav, header, language)).catch(() => undefined);
    asked = true;
  };
  // A reader of whom nothing is kept has no marks before there is something to do, here or in another tab.
  const begun = ["progress", "progress.copy"].some((key) => recall(key) !== undefined);
  storage.watch("progress", marks);
  // In a course, what is kept of a reader comes from there.
  if (document.documentElement.dataset["course"]) void import("./scorm/bridge.js").then(({ openCourse }) => openCourse(language)).then(marks, () => undefined);
  addEventListener("downhill-ready", function ready({ target }) {
    if (!begun && !isSomethingToDo(target)) return;
    removeEventListener("downhill-ready", ready);
    setTimeout(marks);
  });
}

/** @param {EventTarget | null} target a scene */
function isSomethingToDo(target) {
  return target instanceof Element && sceneOf(target.getAttribute("scene") ?? undefined)?.activity !== undefined;
}
