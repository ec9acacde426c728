// Which controls readers may use: a row for each that the scene has, to be hidden or frozen.

import { element } from "../shell/dom.js";

/** @param {import("./words.js").Say} say @param {() => void} changed */
export function controlTable(say, changed) {
  const rows = element("tbody");
  const none = element("p", { class: "hint", text: say("controls.none") });
  const head = (/** @type {string} */ key) => element("th", { scope: "col", text: say(`controls.${key}`) });
  const table = element("table", {}, element("thead", {}, element("tr", {}, head("name"), head("hide"), head("lock"))), rows);
  const hint = element("p", { class: "hint", text: say("controls.hint") });
  const box = element("fieldset", { class: "controls" }, element("legend", { text: say("controls") }), hint, table, none);

  const cell = (/** @type {"hide" | "lock"} */ what, /** @type {string} */ control) => {
    const name = say(`control.${control}`);
    const tick = element("input", { type: "checkbox", "data-what": what, "data-name": control, "aria-label": say(`controls.${what}Of`, { name }), onchange: changed });
    return element("td", {}, element("label", { class: "tick" }, tick));
  };
  return {
    element: box,
    /** @param {string[]} controls what the scene has */
    offer(controls) {
      const shown = controls.length === 0;
      none.hidden = !shown;
      table.hidden = hint.hidden = shown;
      rows.replaceChildren(...controls.map((control) => element("tr", {}, element("th", { scope: "row", text: say(`control.${control}`) }), cell("hide", control), cell("lock", control))));
    },
    /** The names to hide or to freeze, parted by commas. @param {"hide" | "lock"} what */
    read: (what) => Array.from(rows.querySelectorAll("input"), (tick) => (tick.checked && tick.dataset["what"] === what ? tick.dataset["name"] : "")).filter(Boolean).join(","),
  };
}
