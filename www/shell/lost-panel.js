// What stands where the core has come to an end too often: what to tell whom, a way to begin again, and the progress to take along.

import english from "../text/en/lost.json";
import { version } from "site-manifest";
import { downloadProgress } from "../progress/download.js";
import { element, freshId, write } from "./dom.js";
import { Words, more } from "./labels.js";

/** @param {Words} given @param {object} facts about the state and the end, plain data */
export function lostPanel(given, facts) {
  // English is at hand, whatever the network does by now.
  let words = new Words(given.language, { ...english, ...given.labels });
  const box = element("div", { class: "faults lost", role: "alert" });
  const fill = () => box.replaceChildren(...contents(words, JSON.stringify({ version, address: location.href, ...facts }, undefined, 2)));
  fill();
  if (!given.language.startsWith("en")) void more(words, "lost").then((own) => {
    words = own;
    fill();
  }, () => undefined);
  return box;
}

/** @param {Words} words @param {string} details */
function contents(words, details) {
  const id = freshId("details");
  const text = element("textarea", { id, readonly: true, rows: 6 });
  text.value = details;
  const byHand = element("div", { class: "field", hidden: true }, element("label", { for: id, text: words.say("lost.details") }), text);
  const said = element("p", { class: "said", role: "status" });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(details);
      write(said, words.say("lost.copied"));
    } catch {
      byHand.hidden = false;
      text.focus();
      text.select();
      write(said, words.say("lost.denied"));
    }
  };
  const button = (/** @type {string} */ name, /** @type {() => void} */ onclick) => element("button", { type: "button", text: words.say(`lost.${name}`), onclick });
  return [
    element("p", { text: words.say("lost.sentence") }),
    element("div", { class: "buttons" },
      button("reload", () => location.reload()),
      button("download", () => write(said, words.say("lost.downloaded", { name: downloadProgress() }))),
      button("copy", () => void copy())),
    byHand,
    said,
  ];
}
