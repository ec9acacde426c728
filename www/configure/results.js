// The texts to copy, each in a field of its own with a button that says what it has done.

import { copyText } from "../shell/clipboard.js";
import { element, freshId, write } from "../shell/dom.js";

/** How long it says so, in milliseconds. */
const SAID = 6000;

/** @param {string} kind @param {import("./words.js").Say} say */
export function result(kind, say) {
  const id = freshId(`result-${kind}`);
  const name = say(`result.${kind}`);
  const field = element("textarea", { id, readonly: true, rows: kind === "link" ? 2 : 4, spellcheck: "false", wrap: "soft" });
  const said = element("span", { class: "said", role: "status" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let clearing;
  const copy = async () => {
    const copied = await copyText(field.value).then(() => true, () => false);
    if (!copied) field.select();
    write(said, say(copied ? "result.copied" : "result.denied"));
    clearTimeout(clearing);
    clearing = setTimeout(() => write(said, ""), SAID);
  };
  const button = element("button", { type: "button", "aria-label": say("result.copyOf", { name }), text: say("result.copy"), onclick: () => void copy() });
  const box = element("div", { class: "result" }, element("label", { for: id, text: name }), field, element("div", { class: "copying" }, button, said));
  return { element: box, show: (/** @type {string} */ text) => (field.value === text ? undefined : (field.value = text)) };
}
