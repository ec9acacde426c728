// "Save": the picture of the figures, the numbers of the runs, and a Python program that makes the same run.

import { element, write } from "./dom.js";
import { handOver } from "./hand-over.js";
import { formulaOf, wordsForAxes } from "./names.js";
import { modelOf } from "./parts.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */
/** @typedef {typeof import("../export/formats.js")} Formats */

/** How a file is made. @typedef {(context: Context, formats: Formats) => Blob | Promise<Blob>} FileMaker */

/** What can be saved of runs: the file's ending, and how the file is made. @type {Record<string, FileMaker>} */
const FILES = {
  png: (context, { pngOf }) => pngOf(context.figures(), titlesOf(context)),
  svg: (context, { svgOf }) => svgOf(context.figures(), titlesOf(context)),
  csv: (context, { csvFile }) => csvFile(context),
  py: (context, { pythonFile }) => pythonFile(context, titlesOf(context)),
};

/** @param {Context} context @returns {Part} */
export function exportControl(context) {
  const { words, locked } = context;
  const files = modelOf(context.scene)?.files ?? FILES;
  const said = element("span", { class: "said", role: "status" });
  const buttons = Object.keys(files).map((ending) =>
    element("button", { type: "button", "data-format": ending, disabled: locked.has("export"), text: words.say(`export.${ending}`), onclick: () => void save(ending) }));
  const box = element("details", { class: "control export", "data-control": "export" },
    element("summary", { text: words.say("export.title") }), element("div", { class: "buttons" }, ...buttons), said);

  /** @param {string} ending */
  async function save(ending) {
    const name = `${nameOf(context)}.${ending}`;
    try {
      // Loaded when somebody saves for the first time.
      const formats = await import("../export/formats.js");
      handOver(await /** @type {FileMaker} */ (files[ending])(context, formats), name);
      write(said, words.say("export.saved", { name }));
    } catch {
      write(said, words.say("export.failed"));
    }
  }
  return { element: box, update: () => write(said, "") };
}

/** The title of the scene, and what is run in it. @param {Context} context @returns {string[]} */
function titlesOf({ scene, words, model }) {
  const { loss, optimizer, start } = model.experiment;
  const facts = {
    formula: formulaOf(loss),
    optimizer: words.say(`optimizer.${optimizer.name}`),
    alpha: words.numbers.exact(optimizer.learningRate ?? 0),
    names: wordsForAxes(model.experiment).join(", "),
    start: words.numbers.point(start, 6),
  };
  return [words.sayFirst([`scene.${scene.id}`, "scene.other"]), words.say("export.run", facts)];
}

/** A name for the file that tells scene and settings. @param {Context} context */
function nameOf({ scene, model }) {
  const { loss, optimizer, start } = model.experiment;
  const parts = ["downhill", scene.id, loss.name ?? "own-function", optimizer.name, `alpha ${optimizer.learningRate}`, ...(start.length > 0 ? [`from ${start.join(" ")}`] : [])];
  return parts.join(" ").replace(/[^\w.-]+/g, "-").slice(0, 120);
}
