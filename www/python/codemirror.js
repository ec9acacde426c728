// The code editor that takes a text field's place: CodeMirror, in a shadow root of its own, coloured by the tokens.

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, Prec, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const colour = (/** @type {string} */ name) => `var(--dh-${name})`;

const highlighting = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], color: colour("band-zigzag-text"), fontWeight: "600" },
  { tag: [tags.number, tags.bool, tags.null], color: colour("vanilla-text") },
  { tag: tags.string, color: colour("good") },
  { tag: tags.comment, color: colour("ink-soft"), fontStyle: "italic" },
  { tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName)), tags.className], color: colour("accent") },
  { tag: tags.invalid, color: colour("danger") },
]);

const theme = EditorView.theme({
  "&": { color: colour("ink"), backgroundColor: colour("sunken"), maxHeight: "30rem", fontSize: "0.95em" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: colour("font-mono"), lineHeight: "1.6" },
  ".cm-content": { padding: "0.75rem 0", caretColor: colour("ink") },
  ".cm-line": { padding: "0 0.75rem 0 0.5rem" },
  ".cm-gutters": { backgroundColor: colour("sunken"), color: colour("ink-soft"), border: "none", paddingInlineStart: "0.25rem" },
  ".cm-activeLine": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine": { backgroundColor: `color-mix(in srgb, ${colour("ink")} 5%, transparent)` },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: colour("accent-soft"), outline: `1px solid ${colour("accent")}` },
  ".cm-line.error-line, &.cm-focused .cm-line.error-line": { backgroundColor: colour("danger-soft"), boxShadow: `inset 3px 0 0 ${colour("danger")}` },
});

/** Marks a line, or none with 0. @type {import("@codemirror/state").StateEffectType<number>} */
const setMark = StateEffect.define();
const marked = StateField.define({
  create: () => Decoration.none,
  update: (marks, { effects, docChanged, state }) => {
    const effect = effects.find((each) => each.is(setMark));
    // A line that is being mended is no longer the line that failed.
    if (!effect) return docChanged ? Decoration.none : marks;
    if (effect.value < 1 || effect.value > state.doc.lines) return Decoration.none;
    return Decoration.set(Decoration.line({ class: "error-line" }).range(state.doc.line(effect.value).from));
  },
  provide: (field) => EditorView.decorations.from(field),
});

/**
 * Text typed over a selection is put there by the editor. A browser would carry the looks of what was selected over by inline
 * styles, which a strict policy forbids; while several keys make one letter, it has to be let.
 */
const typedOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { state } = view;
    if (event.inputType !== "insertText" || !event.data || event.isComposing || state.selection.ranges.every(({ empty }) => empty)) return false;
    view.dispatch(state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
    event.preventDefault();
    return true;
  },
});

/**
 * @typedef {object} Options
 * @property {string} text
 * @property {string} label
 * @property {string} help said with the label
 * @property {() => void} changed
 * @property {() => void} run
 */

/** @param {Options} options @returns {import("./editor.js").Surface} */
export function codeMirror({ text, label, help, changed, run }) {
  const element = document.createElement("div");
  const root = element.attachShadow({ mode: "open", delegatesFocus: true });
  const description = document.createElement("p");
  description.id = "help";
  description.hidden = true;
  description.textContent = help;
  const view = new EditorView({
    root,
    doc: text,
    extensions: [
      lineNumbers(),
      history(),
      highlightActiveLine(),
      EditorState.tabSize.of(4),
      indentUnit.of("    "),
      indentOnInput(),
      bracketMatching(),
      pythonLanguage,
      syntaxHighlighting(highlighting),
      theme,
      marked,
      typedOver,
      Prec.high(keymap.of([{ key: "Mod-Enter", run: () => (run(), true) }])),
      keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
      EditorView.contentAttributes.of({ tabindex: "0", "aria-label": label, "aria-describedby": description.id }),
      EditorView.updateListener.of(({ docChanged }) => docChanged && changed()),
      // A flaw of the editor is no reason to complain to the reader.
      EditorView.exceptionSink.of(() => undefined),
    ],
  });
  root.append(view.dom, description);
  return {
    element,
    get text() {
      return view.state.doc.toString();
    },
    set text(next) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next }, effects: setMark.of(0) });
    },
    mark: (line) => view.dispatch({ effects: setMark.of(line) }),
    focus: () => view.focus(),
    select: (start, end) => view.dispatch({ selection: { anchor: start, head: end } }),
    dispose: () => view.destroy(),
  };
}
