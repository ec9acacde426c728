// Watches over the page from before its own scripts: what breaks its policy, how long it was busy, and doors out of it, which are counted and kept shut.
import { CANARY } from "./texts.js";

/** What text would have had to make, had it become markup. Nothing of it is the page's own. */
const FORBIDDEN = `[onerror], [onload], [onclick], [onfocus], [onbegin], x-storm, iframe, object, embed, base, animate, form[action], img[src="x"], [href*="elsewhere"], [src*="elsewhere"], [href^="javascript" i], script:not([src]):not([type])`;

export class Watch {
  constructor() {
    /** @type {string[]} */
    this.faults = [];
    this.longestTask = 0;
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => this.fault(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`));
    // What is thrown and no Error is told by nobody else.
    addEventListener("error", ({ error, message }) => error instanceof Error || this.fault(`thrown: ${JSON.stringify(error)} (${message})`));
    addEventListener("unhandledrejection", ({ reason }) => reason instanceof Error || this.fault(`rejected: ${JSON.stringify(reason)}`));
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) this.longestTask = Math.max(this.longestTask, duration);
    }).observe({ type: "longtask", buffered: true });
    this.shutDoors();
  }

  /** @param {string} what */
  fault(what) {
    if (this.faults.length < 20) this.faults.push(what);
  }

  /** Printing, saving, choosing files and links to other pages are the reader's right, but here they would end or block the test. */
  shutDoors() {
    window.print = () => void setTimeout(() => dispatchEvent(new Event("afterprint")));
    window.open = (url) => {
      this.fault(`a window was opened: ${url}`);
      return null;
    };
    // Fingers that exist only here can be held, too. The mouse is really there, and the pen is gone by the time it is heard of.
    const { setPointerCapture } = Element.prototype;
    Element.prototype.setPointerCapture = function (id) {
      if (id === 1 || id === 4) setPointerCapture.call(this, id);
    };
    const { click } = HTMLElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      if (!this.hasAttribute("download")) click.call(this);
    };
    HTMLInputElement.prototype.click = function () {
      if (this.type !== "file") click.call(this);
    };
    addEventListener("click", (event) => {
      const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
      if (!link?.href) return;
      if (!/^https?:/.test(link.href)) this.fault(`a link to ${link.href}`);
      if (link.href.replace(/#.*/, "") !== location.href.replace(/#.*/, "")) event.preventDefault();
    }, true);
  }

  /** Looks for what no text may make. @param {Element[]} everything */
  inspect(everything) {
    for (const element of everything) if (element.matches(FORBIDDEN)) this.fault(`made from text: ${element.outerHTML.slice(0, 120)}`);
    if (CANARY in window) this.fault("a text was run as a script");
    if ("polluted" in {}) this.fault("every object has been changed");
  }
}
