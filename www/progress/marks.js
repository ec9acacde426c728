// Marks in the lesson's list of contents for sections whose challenges are being solved, and the points in the header.

import styles from "../css/marks.css";
import { element, write } from "../shell/dom.js";
import { more, wordsOf } from "../shell/labels.js";
import { marksOf } from "./marks-of.js";
import { progress } from "./store.js";

/** @typedef {import("../shell/labels.js").Words} Words */
/** @typedef {import("./marks-of.js").Mark} Mark */

/** Shows the marks as soon as there are any, and after every change; nothing is fetched for a reader who has solved nothing. @param {ParentNode} nav @param {ParentNode} header @param {string} language */
export function showMarks(nav, header, language) {
  const begun = () => progress.state.xp > 0;
  const begin = () => void marking(nav, header, language).catch(() => undefined);
  if (begun()) return begin();
  const stop = progress.listen(() => {
    if (!begun()) return;
    stop();
    begin();
  });
}

/** @param {ParentNode} nav @param {ParentNode} header @param {string} language */
async function marking(nav, header, language) {
  const words = await more(await wordsOf(language), "progress");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  const links = new Map([...nav.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
  const points = element("p", { class: "points" });
  header.querySelector(".page-tools")?.append(points);
  const show = () => {
    const { xp } = progress.state;
    write(points, xp > 0 ? words.say("marks.xp", { xp: words.numbers.whole(xp) }) : "");
    for (const mark of marksOf(progress.state)) {
      const link = links.get(mark.section);
      if (link) showMark(link, mark, words);
    }
  };
  show();
  progress.listen(show);
}

/** A section in which nothing is solved has no mark: nobody is urged. @param {HTMLAnchorElement} link @param {Mark} mark @param {Words} words */
function showMark(link, { solved, count }, words) {
  let place = link.querySelector(".mark");
  if (solved === 0) return place?.remove();
  if (!place) {
    place = element("span", { class: "mark" });
    link.append(" ", place);
  }
  const facts = { solved, count };
  const spoken = element("span", { class: "visually-hidden", text: words.say(solved === count ? "marks.all" : "marks.some", facts) });
  const seen = element("span", { "aria-hidden": "true", text: solved === count ? "✓" : words.say("marks.seen", facts) });
  place.classList.toggle("all", solved === count);
  if (place.textContent !== `${seen.textContent}${spoken.textContent}`) place.replaceChildren(seen, spoken);
}
