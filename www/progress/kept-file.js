// Progress as a file: downloading it, and taking one back.

import { element } from "../shell/dom.js";
import { downloadProgress } from "./download.js";
import { LARGEST } from "./envelope.js";
import { solvedOf } from "./marks-of.js";
import { progress } from "./store.js";

/** @typedef {import("../shell/labels.js").Words} Words */

/** The two buttons. @param {Words} words @param {(text: string) => void} say */
export function keptFile(words, say) {
  const choose = element("input", { type: "file", accept: ".json,application/json", class: "visually-hidden", tabindex: -1, "aria-hidden": "true", onchange: () => void take() });
  const download = element("button", { type: "button", text: words.say("progress.download"), onclick: () => say(words.say("progress.downloaded", { name: downloadProgress() })) });
  const restore = element("button", { type: "button", text: words.say("progress.restore"), onclick: () => choose.click() });

  async function take() {
    const file = choose.files?.[0];
    // So that the same file can be chosen again.
    const read = file && (file.size > LARGEST ? Promise.resolve("x".repeat(LARGEST + 1)) : file.text());
    if (!file || !read) return;
    const text = await read.catch(() => "");
    choose.value = "";
    const refused = progress.restore(text);
    const facts = { name: file.name, xp: words.numbers.whole(progress.state.xp), solved: solvedOf(progress.state) };
    say(words.say(refused ? `progress.refused.${refused}` : "progress.restored", facts));
  }
  return [download, restore, choose];
}
