// The scene `code`: one descent written several times, side by side or behind tabs, with the lines linked by what they do.

import styles from "../css/code.css";
import { element, freshId, mark, write } from "../shell/dom.js";
import { addSheet } from "../shell/sheets.js";
import { copyButton } from "./copy.js";
import { Links } from "./links.js";
import { listing, sourceOf } from "./listing.js";
import { printed } from "./printed.js";
import { roving } from "./roving.js";
import { tabs } from "./tabs.js";

/** @typedef {import("./types.js").Code} Code */
/** @typedef {import("./types.js").Patch} Patch */
/** @typedef {import("../shell/types.js").ActivityContext} ActivityContext */

/** The group that is lit when the scene opens, so that one sees at once what lighting is. */
const FIRST = "update";

addSheet(styles);

/** @type {Code | undefined} */
let code;

/** Fetches the programs. */
export async function ready() {
  if (code) return;
  const answer = await fetch(new URL("./code/programs.json", import.meta.url));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  code = await answer.json();
}

/** @param {ActivityContext} context @returns {import("../shell/types.js").Desk} */
export function open({ scene, words }) {
  const { groups, programs, ...rest } = /** @type {Code} */ (code);
  const titleOf = (/** @type {string} */ id) => words.say(`code.title.${id}`);
  const made = programs.map((program) => {
    const { element: lines, patches } = listing(program, groups, words);
    const title = titleOf(program.id);
    const head = element("div", { class: "program-head" },
      element("p", { class: "program-title", text: title }), copyButton(sourceOf(program), lines, title, words),
      element("p", { class: "note", text: words.say(`code.about.${program.id}`) }));
    const panel = element("div", { class: "program", "data-program": program.id }, head, lines, printed(program, { groups, programs, ...rest }, words));
    return { title, panel, patches };
  });
  const choice = tabs(made, words.say("code.programs"));
  const patches = made.flatMap((each) => each.patches);
  const chips = groups.map((group, index) => ({
    group,
    element: element("button", { type: "button", class: "chip" }, element("span", { class: "badge", "aria-hidden": "true", text: index + 1 }), words.say(`code.group.${group}`)),
  }));
  const meaning = element("p", { class: "meaning" });
  const links = new Links(FIRST, (lit) => {
    write(meaning, lit ? words.say(`code.meaning.${lit}`, { steps: rest.experiment.steps }) : words.say("code.invitation"));
    mark(meaning, "data-group", lit);
  });
  const descriptions = element("div", { hidden: true });
  for (const handle of [...patches, ...chips]) descriptions.append(describe(handle, patches, titleOf, words));
  links.add([...chips, ...patches]);
  roving(chips.map((chip) => chip.element), "across");
  for (const [index, { patches: own }] of made.entries()) {
    roving(own.map((patch) => patch.element), "down", (key, place) => {
      const aside = { ArrowLeft: -1, ArrowRight: 1 }[key];
      const neighbour = aside ? made[index + aside] : undefined;
      const partner = neighbour?.patches.find(({ group }) => group === place.dataset["group"]);
      if (neighbour && partner) choice.show(neighbour.panel);
      return partner?.element;
    });
  }
  const root = element("div", { class: "scene code", role: "group", "data-scene": scene.id, "aria-label": words.say(`scene.${scene.id}`) },
    element("div", { class: "groups", role: "group", "aria-label": words.say("code.groups") }, ...chips.map((chip) => chip.element)),
    meaning, choice.element, element("div", { class: "programs" }, ...made.map(({ panel }) => panel)), descriptions);
  const room = new ResizeObserver(([entry]) => choice.fit(entry?.borderBoxSize[0]?.inlineSize ?? 0));
  return { element: root, start: () => room.observe(root), close: () => room.disconnect() };
}

/**
 * Says of a patch, or of a group's button, what it does and where (else) that stands.
 * @param {{ group: string, element: HTMLElement }} handle
 * @param {Patch[]} patches
 * @param {(program: string) => string} titleOf
 * @param {import("../shell/labels.js").Words} words
 */
function describe(handle, patches, titleOf, words) {
  const { group, element: described } = handle;
  const others = patches.filter((patch) => patch.group === group && patch !== handle);
  const places = others.map((patch) => words.say("code.inProgram", { place: patch.place, program: titleOf(patch.program) }));
  const id = freshId("partners");
  described.setAttribute("aria-describedby", id);
  const name = words.say(`code.group.${group}`);
  return element("p", { id, text: words.say(described.matches(".patch") ? "code.also" : "code.where", { group: name, places: new Intl.ListFormat(words.language, { type: "unit" }).format(places) }) });
}
