// "Copy link": the whole state as one address; where the clipboard is closed, the address to copy by hand.

import { copyText } from "./clipboard.js";
import { element, freshId, write } from "./dom.js";
import { icon } from "./icons.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */

/** @param {Context} context @returns {Part} */
export function share(context) {
  const { words } = context;
  const id = freshId("link");
  const address = element("input", { id, type: "text", readonly: true, class: "wide" });
  const byHand = element("div", { class: "field", hidden: true }, element("label", { for: id, text: words.say("share.byHand") }), address);
  const said = element("span", { class: "said", role: "status" });
  const copy = element("button", { type: "button", onclick: () => copyLink() }, icon("link"), element("span", { text: words.say("share.copy") }));
  const restart = element("button", { type: "button", class: "quiet", text: words.say("share.restart"), onclick: () => context.restart() });

  async function copyLink() {
    const link = context.link();
    try {
      await copyText(link);
      byHand.hidden = true;
      write(said, words.say("share.copied"));
    } catch {
      byHand.hidden = false;
      address.value = link;
      address.focus();
      address.select();
      write(said, words.say("share.denied"));
    }
  }
  const update = () => {
    write(said, "");
    byHand.hidden = true;
    restart.hidden = context.isOriginal();
  };
  const box = element("div", { class: "control share", "data-control": "share" }, copy, restart, said, byHand);
  return { element: box, update };
}
