// Choice: one of several explanations.

import { element, freshId } from "../../shell/dom.js";
import { paragraph, pieces } from "../text.js";

/** @param {import("../types.js").Choice} challenge @param {import("../types.js").Bench} bench @returns {import("../types.js").Answering} */
export function choice(challenge, bench) {
  const { words } = bench;
  const name = freshId("choice");
  const radios = challenge.options.map((option) => element("input", {
    type: "radio", name, value: option, id: freshId("option"),
    onchange: bench.changed,
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      bench.check();
    },
  }));
  const rows = radios.map((radio, index) => element("label", { class: "option" }, radio, element("span", {}, ...pieces(bench.own(`option.${challenge.options[index]}`)))));
  const chosen = () => radios.find(({ checked }) => checked);
  return {
    element: element("fieldset", { class: "answering options" }, element("legend", { class: "visually-hidden", text: words.say("practice.options") }), ...rows),
    read: () => chosen()?.value,
    write: (answer) => radios.forEach((radio) => (radio.checked = radio.value === answer)),
    reset: () => radios.forEach((radio) => (radio.checked = false)),
    solution: () => paragraph(bench.own(`option.${challenge.solution}`), { class: "values" }),
    focus: () => (chosen() ?? radios[0])?.focus(),
  };
}
