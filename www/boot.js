// Says in place of the figures that they cannot come, where the module script itself fails: a plain script, for browsers of any age.

import words from "./text/en/boot.json";

/** Where the site is: what fails in other scripts of a page is none of our business. */
const SITE = /** @type {HTMLScriptElement} */ (document.currentScript).src.replace(/[^/]*$/, "");

/** Whether the figures' own script has started: from then on it speaks for itself. */
const started = () => Boolean(window.customElements?.get("downhill-scene"));

/** A script that does not come is an event at its element, one that cannot be read or breaks off an event with its address. @param {Event} event */
function heard(event) {
  const { target } = event;
  const address = event instanceof ErrorEvent ? event.filename : target instanceof HTMLScriptElement ? target.src : "";
  if (address.startsWith(SITE) && !started()) say();
}

/** Puts the sentence into each figure's place, or first into a page whose figures are made by script. */
function say() {
  removeEventListener("error", heard, true);
  const figures = document.querySelectorAll("downhill-scene");
  const places = Array.from(figures.length > 0 ? figures : document.querySelectorAll("main"));
  const [first] = places.map(noticeIn);
  const reload = document.createElement("button");
  reload.type = "button";
  reload.textContent = words["boot.reload"];
  reload.addEventListener("click", () => location.reload());
  first?.setAttribute("role", "alert");
  first?.append(" ", reload);
}

/** @param {Element} place */
function noticeIn(place) {
  const notice = document.createElement("p");
  notice.className = "notice";
  notice.textContent = words["boot.failed"];
  place.prepend(notice);
  return notice;
}

addEventListener("error", heard, true);
// Browsers that do not know modules say nothing of them.
if (!("noModule" in HTMLScriptElement.prototype)) addEventListener("DOMContentLoaded", say);
