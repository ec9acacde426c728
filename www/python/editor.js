// The editor of a program: a text field that is there at once, and CodeMirror in its place once that has come.

import { element, freshId } from "../shell/dom.js";

/**
 * What holds the program.
 * @typedef {object} Surface
 * @property {HTMLElement} element
 * @property {string} text
 * @property {(line: number) => void} mark marks a line with an error, or none with 0
 * @property {() => void} focus
 * @property {(start: number, end: number) => void} select
 * @property {() => void} dispose
 */

/**
 * @param {{ words: import("../shell/labels.js").Words, label: string, text: string, changed: () => void, run: () => void }} options
 */
export function programEditor({ words, label, text, changed, run }) {
  const id = freshId("program");
  let line = 0;
  const edited = () => {
    line = 0;
    changed();
  };
  const area = element("textarea", {
    id, class: "program", rows: lines(text), spellcheck: "false", autocapitalize: "off", autocomplete: "off", autocorrect: "off", wrap: "off", oninput: edited,
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      run();
    },
  });
  area.value = text;
  const help = element("p", { class: "note editor-help" });
  const heading = element("label", { for: id, class: "control-label", text: label });
  const box = element("div", { class: "editor" }, heading, element("div", { class: "program-frame" }, area), help);
  /** @type {Surface} */
  let surface = plain(area);
  let over = false;

  /** Puts CodeMirror into the place of the text field; without it the field stays. */
  const improve = async () => {
    const { codeMirror } = await import("./codemirror.js");
    if (over) return;
    const sentence = words.say("python.help");
    const better = codeMirror({ text: area.value, label, help: sentence, changed: edited, run });
    const isFocused = area.matches(":focus");
    const { selectionStart, selectionEnd } = area;
    area.replaceWith(better.element);
    surface = better;
    surface.mark(line);
    help.textContent = sentence;
    const name = element("span", { class: "control-label", text: label, onclick: () => better.focus() });
    heading.replaceWith(name);
    if (!isFocused) return;
    better.select(selectionStart, selectionEnd);
    better.focus();
  };
  const watch = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) begin();
  }, { rootMargin: "200px" });
  const begin = () => {
    watch.disconnect();
    area.removeEventListener("focus", begin);
    improve().catch(() => undefined);
  };
  watch.observe(box);
  area.addEventListener("focus", begin);

  return {
    element: box,
    get text() {
      return surface.text;
    },
    set text(next) {
      surface.text = next;
    },
    /** Marks a line with an error, or none with 0. @param {number} next */
    mark(next) {
      line = next;
      surface.mark(next);
    },
    focus: () => surface.focus(),
    dispose() {
      over = true;
      watch.disconnect();
      surface.dispose();
    },
  };
}

/** @param {HTMLTextAreaElement} area @returns {Surface} */
function plain(area) {
  return {
    element: area,
    get text() {
      return area.value;
    },
    set text(next) {
      area.value = next;
    },
    mark: () => undefined,
    focus: () => area.focus(),
    select: (start, end) => area.setSelectionRange(start, end),
    dispose: () => undefined,
  };
}

/** Room for a program and a little more. @param {string} text */
function lines(text) {
  return Math.min(Math.max(text.split("\n").length + 1, 8), 24);
}
