// In place of www/python/pane.js where a scene is one file: Python would make it many times as large, so it says where Python is.

import { element } from "../shell/dom.js";

/** @param {{ words: import("../shell/labels.js").Words }} options with the words of `python.json` */
export const pythonPane = ({ words }) => ({ element: element("p", { class: "note", text: words.say("python.elsewhere") }), dispose() {} });
