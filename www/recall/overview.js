// All cards with the time at which each comes again, as a disclosure under the card.

import { element } from "../shell/dom.js";
import { inWords } from "./times.js";

/** @typedef {import("../shell/labels.js").Words} Words */

/** @param {Words} words @param {string[]} ids */
export function overview(words, ids) {
  const list = element("ol", { class: "all-cards" });
  const box = element("details", {}, element("summary", { text: words.say("recall.all", { count: ids.length }) }), list);
  /** @param {import("./schedule.js").States} states @param {number} now */
  const show = (states, now) => {
    if (!box.open) return;
    list.replaceChildren(...ids.map((id) => element("li", {},
      element("span", { text: words.say(`card.${id}.question`) }),
      element("span", { class: "when", text: when(words, states[id], now) }))));
  };
  return { element: box, show };
}

/** @param {Words} words @param {import("../progress/types.js").CardState | undefined} card @param {number} now */
function when(words, card, now) {
  if (!card) return words.say("recall.new");
  return card.due <= now ? words.say("recall.due") : words.say("recall.when", { when: inWords(card.due - now, words.language) });
}
