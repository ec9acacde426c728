// A reader who has only a keyboard: goes on by Tab until what is wanted has the focus.
import { expect } from "@playwright/test";

/** @typedef {{ name: string, role: string, card: string, scene: string, past: boolean }} Focused what has the focus: its name, its role, the challenge and the scene it stands in, and whether something asked for lies before it */
/** @typedef {{ name?: RegExp, role?: string, card?: string, scene?: string }} Wanted */
/** @typedef {{ host: string, content: string }} Place an element of the lesson and what it holds once it has loaded, as selectors */

/** Stops from one challenge to the next: a section has figures with many controls. */
const FAR = 250;

export class Keys {
  /** @param {import("@playwright/test").Page} page */
  constructor(page) {
    this.page = page;
  }

  /** @param {string} key */
  press(key) {
    return this.page.keyboard.press(key);
  }

  /** Replaces the text of the field that has the focus. @param {string} text */
  async replace(text) {
    await this.press("Control+a");
    await this.page.keyboard.insertText(text);
  }

  /** @returns {Promise<Focused>} */
  focused() {
    return this.page.evaluate(focused, undefined);
  }

  /**
   * Goes on, at least one stop, until this has the focus.
   * @param {Wanted} wanted
   * @param {Place | undefined} place where it stands, if that may have to come first
   */
  async to(wanted, place = wanted.card ? placeOf(wanted.card) : undefined) {
    let found = await this.focused();
    for (let stops = 0; stops < FAR; stops += 1) {
      // In a code editor Tab indents, until Escape lets it go.
      if (found.role === "editor") await this.press("Escape");
      await this.press("Tab");
      found = await this.page.evaluate(focused, place?.host);
      if (fits(found, wanted)) return;
      if (place && found.past) found = await this.#turnBack(place);
    }
    expect(await this.focused(), "never reached by Tab").toMatchObject(wanted);
  }

  /** What was not there yet when the focus went by: goes back to before it, and if it has still not come, waits for it where it will stand. @param {Place} place */
  async #turnBack({ host, content }) {
    const there = this.page.locator(host).locator(content);
    await this.#before(host);
    if (!(await there.isVisible())) {
      await this.press("Tab");
      await there.waitFor({ timeout: 60_000 });
      await this.#before(host);
    }
    return this.focused();
  }

  /** Goes back until the focus is before an element. @param {string} host */
  async #before(host) {
    do {
      // What came late may have an editor, too.
      if ((await this.focused()).role === "editor") await this.press("Escape");
      await this.press("Shift+Tab");
    } while (!(await this.page.evaluate(isBefore, host)));
  }

  /** Goes back by so many stops at most, until this has the focus. @param {Wanted} wanted @param {number} most */
  async back(wanted, most) {
    for (let stops = 0; stops < most; stops += 1) {
      await this.press("Shift+Tab");
      if (fits(await this.focused(), wanted)) return;
    }
  }
}

/** @param {Focused} found @param {Wanted} wanted */
function fits(found, { name, ...others }) {
  const same = Object.entries(others).every(([field, value]) => found[/** @type {keyof Focused} */ (field)] === value);
  return same && (name === undefined || name.test(found.name));
}

/** Runs in the page: what has the focus, through all shadows; and whether that is past an element. @param {string} [host] @returns {Focused} */
function focused(host) {
  const place = host && document.querySelector(host);
  const past = Boolean(place && document.activeElement && place.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING);
  let active = /** @type {any} */ (document.activeElement);
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  /** @param {string} selector @param {string} attribute */
  const around = (selector, attribute) => {
    for (let node = active; node; node = node.parentElement ?? node.getRootNode().host) {
      if (node.matches(selector)) return String(node.getAttribute(attribute));
    }
    return "";
  };
  const named = (/** @type {string} */ ids) => ids.split(" ").map((id) => active.getRootNode().getElementById(id)?.textContent ?? "").join(" ");
  const labelledBy = active?.getAttribute("aria-labelledby");
  const labels = [...(active?.labels ?? [])].map((label) => label.textContent).join(" ");
  const name = active?.getAttribute("aria-label") ?? (labelledBy ? named(labelledBy) : labels || active?.textContent);
  const isText = active?.tagName === "TEXTAREA" || (active?.tagName === "INPUT" && active.type === "text");
  const role = active?.isContentEditable ? "editor" : isText ? "textbox" : (active?.type ?? active?.tagName.toLowerCase());
  return { name: String(name).trim().replace(/\s+/g, " "), role, card: around("article[data-challenge]", "data-challenge"), scene: around("downhill-scene[scene]:not([scene=practice])", "scene"), past };
}

/** @param {string} card @returns {Place} */
const placeOf = (card) => ({ host: `downhill-scene[challenge="${card}"]`, content: "article" });

/** Runs in the page: whether the focus has not yet reached an element. @param {string} host */
function isBefore(host) {
  const [place, active] = [document.querySelector(host), document.activeElement];
  return Boolean(place && active && place.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_PRECEDING);
}
