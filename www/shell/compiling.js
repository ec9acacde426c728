// A WebAssembly module of the site, compiled: whatever type the server gives it, as long as its bytes are right.

import { asset } from "./assets.js";
import { LoadFault } from "./load-fault.js";

/** The shortest module there is. */
const EMPTY = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/**
 * Rejects with a `LoadFault`.
 * @param {string} path of a `.wasm` file in the site
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compiled(path) {
  // Some browsers take WebAssembly away to be safer, and so may whoever manages the machine.
  if (typeof WebAssembly !== "object") throw new LoadFault("noWasm", path);
  const answer = await asset(path);
  try {
    // Only as the type it ought to have may it be compiled while it comes.
    const streams = "compileStreaming" in WebAssembly && answer.headers.get("content-type") === "application/wasm";
    return await (streams ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer()));
  } catch (reason) {
    // The bytes are the right ones by now.
    throw new LoadFault(mayCompile() ? "noWasm" : "policy", path, String(reason), "script-src");
  }
}

/** Whether the page's policy lets any module be compiled. */
function mayCompile() {
  try {
    return Boolean(new WebAssembly.Module(EMPTY));
  } catch {
    return false;
  }
}
