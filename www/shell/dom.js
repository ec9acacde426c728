// Builds pieces of the page from plain descriptions; text only ever goes in as text.

import { unlessLost } from "./core-lost.js";

/**
 * An element with attributes, listeners (`onclick`) and children; `text` sets its text, false and undefined are left out.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, unknown>} [properties]
 * @param {...(Node | string | undefined)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) put(node, name, value);
  for (const child of children) if (child !== undefined) node.append(child);
  return node;
}

/** @param {HTMLElement} node @param {string} name @param {unknown} value */
function put(node, name, value) {
  if (value === undefined || value === false) return;
  if (name === "text") node.textContent = String(value);
  else if (typeof value === "function") listen(node, /** @type {"click"} */ (name.slice(2)), /** @type {EventListener} */ (value));
  else node.setAttribute(name, value === true ? "" : String(value));
}

/**
 * Listens to an element, as everything does that may need the core.
 * @template {keyof HTMLElementEventMap} Type
 * @param {HTMLElement} node
 * @param {Type} type
 * @param {(event: HTMLElementEventMap[Type]) => void} listener
 * @param {AddEventListenerOptions} [options]
 */
export function listen(node, type, listener, options) {
  node.addEventListener(type, (event) => unlessLost(() => listener(event)), options);
}

/** Writes a text only when it differs, so that nothing is laid out or announced twice. @param {Node} node @param {string} text */
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Sets or removes an attribute only when that changes it. @param {Element} node @param {string} name @param {string | undefined} value */
export function mark(node, name, value) {
  if (value === undefined) node.removeAttribute(name);
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

let serial = 0;

/** A name for an element that no other has. @param {string} stem */
export function freshId(stem) {
  serial += 1;
  return `${stem}-${serial}`;
}
