// Gives a file to the reader, as the browser does with any file.

import { element } from "./dom.js";

/** @param {Blob} file @param {string} name */
export function handOver(file, name) {
  const href = URL.createObjectURL(file);
  element("a", { href, download: name }).click();
  // The browser has begun to read it by the next turn of its loop, and then keeps it.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
