// The scene `code`: one descent written several times, side by side or behind tabs, with the lines linked by what they do.

import styles from "../css/code.css";
import { data } from "../shell/assets.js";
import { element, freshId, mark, write } from "../shell/dom.js";
import { oncePerFrame } from "../shell/frames.js";
import { addSheet } from "../shell/sheets.js";
import { copyButton } from "./copy.js";
import { Links } from "./links.js";
import { listing, sourceOf } from "./listing.js";
import { printed } from "./printed.js";
import { roving } from "./roving.js";
import { tabs } from "./tabs.js";

/** @typedef {import("./types.js").Code} Code */
/** @typedef {import("./types.js").Patch} Patch */
/** @typedef {import("../shell/labels.js").Words} Words */
/** @typedef {import("../shell/types.js").ActivityContext} ActivityContext */

/** The group that is lit when the scene opens, so that one sees at once what lighting is. */
const FIRST = "update";

addSheet(styles);

/** @type {Code | undefined} */
let code;

/** Fetches the programs. */
export async function ready() {
  code ??= await data("code/programs.json");
}

/** @param {ActivityContext} context @returns {import("../shell/types.js").Desk} */
export function open({ scene, words }) {
  const all = /** @type {Code} */ (code);
  const shown = all.programs.map((program) => showProgram(program, all, words));
  const patches = shown.flatMap((each) => each.patches);
  const chips = all.groups.map((group, index) => chip(group, index + 1, words));
  const choice = tabs(shown, words.say("code.programs"));
  const meaning = element("p", { class: "meaning" });
  const links = new Links(FIRST, (lit) => {
    write(meaning, words.say(lit ? `code.meaning.${lit}` : "code.invitation", { steps: all.experiment.steps }));
    mark(meaning, "data-group", lit);
  });
  links.add([...chips, ...patches]);
  moveByKeys(chips, shown, choice.show);
  const root = element("div", { class: "scene code", role: "group", "data-scene": scene.id, "aria-label": words.say(`scene.${scene.id}`) },
    element("div", { class: "groups", role: "group", "aria-label": words.say("code.groups") }, ...chips.map((each) => each.element)),
    meaning, choice.element,
    element("div", { class: "programs" }, ...shown.map(({ panel }) => panel)),
    element("div", { hidden: true }, ...[...chips, ...patches].map((handle) => description(handle, patches, words))));
  const fit = () => choice.fit(root.offsetWidth);
  // Tabs instead of columns make it another height, which an observer must not do to what it observes: the next frame does.
  const refit = oncePerFrame(fit);
  const room = new ResizeObserver(refit.request);
  const start = () => {
    fit();
    room.observe(root);
  };
  const close = () => {
    room.disconnect();
    refit.cancel();
  };
  return { element: root, start, close };
}

/** @param {import("./types.js").Program} program @param {Code} all @param {Words} words */
function showProgram(program, all, words) {
  const { element: lines, patches } = listing(program, all.groups, words);
  const title = titleOf(program.id, words);
  const head = element("div", { class: "program-head" },
    element("p", { class: "program-title", text: title }),
    copyButton(sourceOf(program), lines, title, words),
    element("p", { class: "note", text: words.say(`code.about.${program.id}`) }));
  return { title, patches, panel: element("div", { class: "code-program", "data-program": program.id }, head, lines, printed(program, all, words)) };
}

/** The button of a group. @param {string} group @param {number} number @param {Words} words */
function chip(group, number, words) {
  const badge = element("span", { class: "badge", "aria-hidden": "true", text: number });
  return { group, element: element("button", { type: "button", class: "chip" }, badge, words.say(`code.group.${group}`)) };
}

/**
 * Arrow keys: up and down to the next group of the same program, sideways to the same group of the next program.
 * @param {{ element: HTMLElement }[]} chips
 * @param {{ panel: HTMLElement, patches: Patch[] }[]} shown
 * @param {(panel: HTMLElement) => void} show brings a panel forward
 */
function moveByKeys(chips, shown, show) {
  roving(chips.map((each) => each.element), "across");
  for (const [index, { patches }] of shown.entries()) {
    roving(patches.map((patch) => patch.element), "down", (key, place) => {
      const neighbour = shown[index + ({ ArrowLeft: -1, ArrowRight: 1 }[key] ?? NaN)];
      const partner = neighbour?.patches.find(({ group }) => group === place.dataset["group"]);
      if (neighbour && partner) show(neighbour.panel);
      return partner?.element;
    });
  }
}

/**
 * Says of a patch, or of a group's button, what it does and where (else) that stands.
 * @param {{ group: string, element: HTMLElement }} handle
 * @param {Patch[]} patches
 * @param {Words} words
 */
function description(handle, patches, words) {
  const { group, element: described } = handle;
  const others = patches.filter((patch) => patch.group === group && patch !== handle);
  const places = others.map(({ place, program }) => words.say("code.inProgram", { place, program: titleOf(program, words) }));
  const id = freshId("partners");
  described.setAttribute("aria-describedby", id);
  const facts = { group: words.say(`code.group.${group}`), places: new Intl.ListFormat(words.language, { type: "unit" }).format(places) };
  return element("p", { id, text: words.say(described.matches(".patch") ? "code.also" : "code.where", facts) });
}

/** @param {string} id @param {Words} words */
const titleOf = (id, words) => words.say(`code.title.${id}`);
