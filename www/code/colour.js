// Colours a line of Python or Rust: comments, texts, numbers and the words of the language, and nothing more.

import { element } from "../shell/dom.js";

/** What begins a comment, and the words of each language that occur in the programs. */
const LANGUAGES = {
  python: { comment: "#", words: "as|for|from|if|import|in|print|range|return|True" },
  rust: { comment: "//", words: "as|else|false|fn|for|if|impl|in|let|match|mut|None|pub|return|self|Some|true" },
};

/** @param {keyof typeof LANGUAGES} language */
function patternOf(language) {
  const { comment, words } = LANGUAGES[language];
  return new RegExp(`(?<comment>${comment}.*)|(?<text>f?"[^"]*")|(?<number>(?<![\\w.])\\d+(?:\\.\\d+)?)|(?<word>\\b(?:${words})\\b)`, "g");
}

/**
 * The line in pieces: plain text, and elements whose class says what they are.
 * @param {string} line
 * @param {keyof typeof LANGUAGES} language
 * @returns {(string | HTMLElement)[]}
 */
export function coloured(line, language) {
  const parts = [];
  let end = 0;
  for (const match of line.matchAll(patternOf(language))) {
    const kind = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0];
    parts.push(...breakable(line.slice(end, match.index)), element("span", { class: `code-${kind}`, text: match[0] }));
    end = match.index + match[0].length;
  }
  parts.push(...breakable(line.slice(end)));
  return parts.filter((part) => part !== "");
}

/** A line too long for its column may be broken before a dot, rather than in the middle of a name. @param {string} text */
function breakable(text) {
  return text.split(/(?=\.[a-z])/).flatMap((part, index) => (index === 0 ? [part] : [element("wbr"), part]));
}
