// In place of www/shell/assets.js where a scene is one file: what would be fetched stands in the page, packed, and nothing is asked of anybody.

import { LoadFault } from "../shell/load-fault.js";

export * from "../shell/assets.js";

/** Files by their paths in the site, each compressed by gzip and written in Base64. @typedef {Record<string, string>} Files */

/** A worker has no page; whoever starts it hands its files over. */
const scope = /** @type {{ downhillFiles?: Files }} */ (/** @type {unknown} */ (globalThis));

/** All that came with this page. @returns {Files} */
export const files = () => (scope.downhillFiles ??= JSON.parse(document.querySelector("#files")?.textContent ?? "{}"));

/** The answer for a file of the site. Rejects with a `LoadFault` if it did not come with the page. @param {string} path @returns {Promise<Response>} */
export async function asset(path) {
  const packed = files()[path];
  if (packed === undefined) throw new LoadFault("missing", path);
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}

/** The data that a JSON file of the site holds. @param {string} path @returns {Promise<any>} */
export const data = async (path) => (await asset(path)).json();
