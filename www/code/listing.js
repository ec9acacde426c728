// The listing of a program: its lines with their numbers, and the linked ones among them as patches to point at.

import { element } from "../shell/dom.js";
import { coloured } from "./colour.js";

/** @typedef {import("./types.js").Program} Program */
/** @typedef {import("./types.js").Piece} Piece */
/** @typedef {import("./types.js").Patch} Patch */

/**
 * @param {Program} program
 * @param {string[]} groups in the order of their numbers
 * @param {import("../shell/labels.js").Words} words
 * @returns {{ element: HTMLElement, patches: Patch[] }}
 */
export function listing(program, groups, words) {
  /** @type {Patch[]} */
  const patches = [];
  const several = program.pieces.length > 1;
  const pieces = program.pieces.map((piece) => {
    const lines = linesOf(piece, program.language);
    const parts = runsOf(piece).map(({ group, from, to }) => {
      if (group === "") return element("div", { class: "loose" }, ...lines.slice(from, to));
      const patch = element("div", { class: "patch", role: "button", tabindex: "-1", "aria-pressed": "false", "data-group": group },
        ...lines.slice(from, to));
      lines[from]?.append(element("span", { class: "margin", "aria-hidden": "true" }, element("span", { class: "badge", text: groups.indexOf(group) + 1 })));
      patches.push({ group, program: program.id, place: placeOf(piece, from, to, several, words), element: patch });
      return patch;
    });
    return element("div", { class: "piece" }, several ? element("p", { class: "file", text: piece.file }) : undefined, ...parts);
  });
  return { element: element("div", { class: "code-listing", translate: "no" }, ...pieces), patches };
}

/** The program as one would paste it into an editor; pieces of several files name theirs. @param {Program} program */
export function sourceOf({ pieces }) {
  if (pieces.length === 1) return `${pieces[0]?.lines.join("\n")}\n`;
  return pieces.map(({ file, lines }) => `// ${file}\n${lines.join("\n")}\n`).join("\n");
}

/** @param {Piece} piece @param {Program["language"]} language */
function linesOf({ first, lines }, language) {
  return lines.map((line, index) => {
    const code = element("code", {}, ...coloured(line, language));
    // A line that is broken goes on a little to the right of where it began.
    code.style.setProperty("--indent", String(line.length - line.trimStart().length));
    return element("div", { class: "line" }, element("span", { class: "number", "aria-hidden": "true", text: first + index }), code);
  });
}

/** Consecutive lines that belong together. @param {Piece} piece */
function runsOf({ groups }) {
  /** @type {{ group: string, from: number, to: number }[]} */
  const runs = [];
  for (const [index, group] of groups.entries()) {
    const last = runs.at(-1);
    if (last?.group === group) last.to = index + 1;
    else runs.push({ group, from: index, to: index + 1 });
  }
  return runs;
}

/** Where lines are, in words. @param {Piece} piece @param {number} from @param {number} to @param {boolean} several @param {import("../shell/labels.js").Words} words */
function placeOf({ file, first }, from, to, several, words) {
  const facts = { from: String(first + from), to: String(first + to - 1), file: file.split("/").pop() };
  const lines = words.say(to - from === 1 ? "code.line" : "code.lines", facts);
  return several ? words.say("code.ofFile", { lines, file: facts.file }) : lines;
}
