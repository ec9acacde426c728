// One panel at a time, chosen by tabs, where there is no room for all of them side by side.

import { element, freshId } from "../shell/dom.js";
import { roving } from "./roving.js";

/** Below this width of the scene, in CSS pixels, columns of code would be too narrow to read. */
const NARROW = 736;

/**
 * @param {{ title: string, panel: HTMLElement }[]} items
 * @param {string} label what is chosen
 */
export function tabs(items, label) {
  const buttons = items.map(({ title, panel }) => {
    panel.id = freshId("panel");
    return element("button", { type: "button", role: "tab", id: freshId("tab"), "aria-controls": panel.id, text: title, onfocus: () => show(panel) });
  });
  const bar = element("div", { class: "code-tabs", role: "tablist", "aria-label": label }, ...buttons);
  let shown = items[0]?.panel;
  let narrow = false;

  /** @param {HTMLElement} panel */
  function show(panel) {
    shown = panel;
    update();
  }
  function update() {
    bar.hidden = !narrow;
    for (const [index, { title, panel }] of items.entries()) {
      const button = /** @type {HTMLButtonElement} */ (buttons[index]);
      button.setAttribute("aria-selected", String(panel === shown));
      if (panel === shown) button.tabIndex = 0;
      else button.tabIndex = -1;
      panel.hidden = narrow && panel !== shown;
      panel.setAttribute("role", narrow ? "tabpanel" : "group");
      panel.setAttribute("aria-label", title);
    }
  }
  roving(buttons, "across");
  update();
  return {
    element: bar,
    show,
    /** Takes note of the room that there is. @param {number} width in CSS pixels */
    fit(width) {
      if (narrow === width < NARROW || width === 0) return;
      narrow = width < NARROW;
      update();
    },
  };
}
