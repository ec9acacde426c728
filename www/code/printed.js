// What stands under a program: what it printed when it was recorded, and by which versions, or what the core computes now.

import { run } from "../shell/core.js";
import { element } from "../shell/dom.js";

/** @typedef {import("./types.js").Code} Code */
/** @typedef {import("./types.js").Program} Program */
/** @typedef {import("../shell/labels.js").Words} Words */

/** @param {Program} program @param {Code} code @param {Words} words */
export function printed(program, code, words) {
  const { recorded } = program;
  const output = recorded ? recorded.output : computed(program, code, words).join("\n");
  const source = recorded ? words.say("code.recorded", { versions: recorded.versions, date: dateOf(recorded, words) }) : words.say("code.computed");
  return element("div", { class: "code-printed" },
    element("p", { class: "printed-title", text: words.say(recorded ? "code.prints" : "code.computes") }),
    element("pre", { translate: "no" }, element("samp", { text: output })),
    element("p", { class: "note", text: source }));
}

/** Each result in a line, from runs of the core. @param {Program} program @param {Code} code @param {Words} words */
function computed({ prints }, { results, experiment }, words) {
  return results.filter(({ id }) => prints.includes(id)).map(({ id, starts, digits }) => {
    const ends = starts.map((start) => run({ ...experiment, start: [start] }).points.at(-1) ?? NaN);
    const texts = ends.map((end) => words.numbers.fixed(end, digits));
    return words.say(`code.result.${id}`, { value: texts.length === 1 ? texts[0] : words.say("code.several", { values: texts.join(words.numbers.decimal === "," ? "; " : ", ") }) });
  });
}

/** @param {import("./types.js").Recorded} recorded @param {Words} words */
function dateOf({ date }, { language }) {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));
}
