// What is copied: the tag, the frame and the link for a choice of parameters.

import { toQuery } from "../shell/parameters.js";

/** @typedef {Record<string, string>} Parameters */

/** What a frame needs to be allowed: scripts, storage of its own, saved files, and links that open in a tab of their own. */
const SANDBOX = "allow-scripts allow-same-origin allow-downloads allow-popups";
/** And what it may ask the browser for. */
const ALLOW = "clipboard-write; fullscreen";

/** @param {Parameters} parameters @param {string} site the address of its folder */
export const linkOf = (parameters, site) => `${site}index.html?${toQuery(parameters)}`;

/** @param {Parameters} parameters @param {string} site */
export function tagOf(parameters, site) {
  const attributes = Object.entries(parameters).map(([name, text]) => ` ${name}="${escaped(text)}"`).join("");
  return `<script type="module" src="${escaped(site)}downhill.js"></script>\n<downhill-scene${attributes}></downhill-scene>`;
}

/** @param {Parameters} parameters @param {string} site @param {string} title @param {number} height in CSS pixels */
export function frameOf(parameters, site, title, height) {
  return `<iframe src="${escaped(linkOf(parameters, site))}" title="${escaped(title)}" width="100%" height="${height}" loading="lazy" style="border: 0" sandbox="${SANDBOX}" allow="${ALLOW}"></iframe>`;
}

/** Text as it stands between quotation marks in HTML. @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
