// Which group of lines is lit: what the mouse is over, else what the keyboard is on, else what was chosen last.

import { mark } from "../shell/dom.js";

/** @typedef {import("./types.js").Patch} Patch */
/** Something that lights its group when it is pointed at: a patch of lines, or the button of the group. @typedef {{ group: string, element: HTMLElement }} Handle */

export class Links {
  /** @type {Handle[]} */
  #handles = [];
  /** @type {string | undefined} */
  #over;
  /** @type {string | undefined} */
  #focused;
  /** @type {string | undefined} */
  #chosen;

  /** @param {string | undefined} chosen the group that is lit at first @param {(group: string | undefined) => void} changed */
  constructor(chosen, changed) {
    this.#chosen = chosen;
    this.changed = changed;
  }

  /** The group that is lit. */
  get lit() {
    return this.#over ?? this.#focused ?? this.#chosen;
  }

  /** @param {Handle[]} handles */
  add(handles) {
    for (const { group, element } of handles) {
      // A finger leaves nothing hovering behind.
      element.addEventListener("pointerenter", ({ pointerType }) => pointerType !== "touch" && this.#point(group));
      element.addEventListener("pointerleave", () => this.#point(undefined));
      element.addEventListener("focus", () => this.#focus(element.matches(":focus-visible") ? group : undefined));
      element.addEventListener("blur", () => this.#focus(undefined));
      element.addEventListener("click", () => this.#choose(group));
      element.addEventListener("keydown", (event) => this.#key(event, group));
    }
    this.#handles.push(...handles);
    this.#show();
  }

  /** @param {string | undefined} group */
  #point(group) {
    this.#over = group;
    this.#show();
  }

  /** @param {string | undefined} group */
  #focus(group) {
    this.#focused = group;
    this.#show();
  }

  /** Chooses a group, or none when it is chosen already. @param {string} group */
  #choose(group) {
    this.#chosen = this.#chosen === group ? undefined : group;
    this.#show();
  }

  /** @param {KeyboardEvent} event @param {string} group */
  #key(event, group) {
    if (event.key === "Escape") this.#chosen = undefined;
    // A real button makes a click of these keys by itself.
    else if ((event.key === "Enter" || event.key === " ") && !(event.currentTarget instanceof HTMLButtonElement)) {
      event.preventDefault();
      return this.#choose(group);
    } else return;
    this.#show();
  }

  #show() {
    for (const { group, element } of this.#handles) {
      mark(element, "aria-pressed", String(group === this.#chosen));
      element.toggleAttribute("data-lit", group === this.lit);
    }
    this.changed(this.lit);
  }
}
