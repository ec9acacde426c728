// The printable summary: the reader's name, the marks of the sections, points, date, and a code that an instructor can check.

import paper from "../css/paper.css";
import { completionCode } from "../shell/core.js";
import { element, freshId } from "../shell/dom.js";
import { courseText, challenges, marksOf, solvedOf } from "./marks-of.js";
import { progress } from "./store.js";

/** @typedef {import("../shell/labels.js").Words} Words */

const DAY = 86_400_000;

/** @param {Words} words */
export function summaryMaker(words) {
  const id = freshId("name");
  const error = element("p", { id: `${id}-error`, class: "error", hidden: true, text: words.say("summary.nameless") });
  const name = element("input", { id, type: "text", class: "name", autocomplete: "name", maxlength: 100, "aria-describedby": error.id });
  const sheet = element("div", { class: "sheet", hidden: true });
  const form = element("form", { class: "who", onsubmit: (/** @type {Event} */ event) => {
    event.preventDefault();
    make();
  } }, element("div", { class: "field" }, element("label", { for: id, text: words.say("summary.name") }), name, error),
    element("button", { type: "submit", text: words.say("summary.make") }));
  const root = element("div", { class: "summary" },
    element("h4", { text: words.say("summary.heading") }), element("p", { class: "note", text: words.say("summary.note") }), form, sheet);

  function make() {
    const nameless = !/[\p{L}\p{N}]/u.test(name.value);
    error.hidden = !nameless;
    if (nameless) {
      name.setAttribute("aria-invalid", "true");
      return name.focus();
    }
    name.removeAttribute("aria-invalid");
    show();
    sheet.querySelector("button")?.focus();
  }
  const show = () => {
    const print = element("button", { type: "button", class: "primary", text: words.say("summary.print"), onclick: () => printed(summaryOf(words, name.value)) });
    sheet.replaceChildren(summaryOf(words, name.value), element("div", { class: "buttons" }, print));
    sheet.hidden = false;
  };
  return {
    element: root,
    /** After a change of progress, a summary on the screen tells the new state. */
    update() {
      if (sheet.hidden) return;
      const focused = sheet.matches(":focus-within");
      show();
      if (focused) sheet.querySelector("button")?.focus();
    },
  };
}

/** The summary of this moment. @param {Words} words @param {string} typed */
function summaryOf(words, typed) {
  const name = typed.trim().replace(/\s+/g, " ").normalize("NFC");
  const now = new Date();
  const date = new Intl.DateTimeFormat(words.language, { dateStyle: "long" }).format(now);
  const { xp } = progress.state;
  const solved = solvedOf(progress.state);
  const day = Math.round(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY);
  const code = completionCode(name, courseText(), solved, xp, day);
  const line = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ facts) => element("p", { text: words.say(key, facts) });
  return element("article", { class: "summary-page", "aria-label": words.say("summary.title") },
    element("h4", { text: words.say("summary.title") }),
    element("p", { class: "whose", text: name }),
    line("summary.total", { date, solved, count: challenges.length, xp: words.numbers.whole(xp) }),
    marksTable(words),
    element("p", { class: "code-line" }, words.say("summary.code"), " ", element("code", { text: code })),
    line("summary.check", {}), line("summary.private", {}));
}

/** @param {Words} words */
function marksTable(words) {
  const rows = marksOf(progress.state).map(({ section, solved, count }) => element("tr", {},
    element("th", { scope: "row", text: words.say(`section.${section}`) }),
    element("td", { text: words.say("marks.seen", { solved, count }) }),
    element("td", { class: "tick" }, solved === count ? element("span", { text: "✓", role: "img", "aria-label": words.say("summary.complete") }) : undefined)));
  return element("table", {},
    element("thead", {}, element("tr", {}, element("th", { scope: "col", text: words.say("summary.section") }), element("th", { scope: "col", text: words.say("summary.solved") }), element("td"))),
    element("tbody", {}, ...rows));
}

/** Prints one thing: it stands alone on the page while the browser prints. @param {HTMLElement} summary */
function printed(summary) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(paper);
  const box = element("div", { class: "downhill-paper" }, summary);
  document.adoptedStyleSheets.push(sheet);
  document.body.append(box);
  addEventListener("afterprint", () => {
    box.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  }, { once: true });
  print();
}
