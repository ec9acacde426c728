// Starts Pyodide inside a worker from bytes that are already there: it asks the network for nothing, and cannot afterwards.

import { loadPyodide } from "pyodide/pyodide.mjs";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { info } from "pyodide-info";
import harness from "./harness.py";

/** How much memory a program may take; then Python raises its MemoryError. */
const MEMORY = 512 * 2 ** 20;

/** What a program has no need of, and could reach beyond its worker with. */
const BEYOND = [
  "fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "EventSource", "WebTransport", "importScripts",
  "Worker", "SharedWorker", "BroadcastChannel", "indexedDB", "caches", "navigator", "postMessage", "close",
];

/**
 * @typedef {object} Given
 * @property {WebAssembly.Module} module
 * @property {Uint8Array<ArrayBuffer>} library the standard library, a zip archive
 */

/**
 * Gives the function that runs a program.
 * @param {Given} given
 * @returns {Promise<(code: string, say: (text: string) => void) => object>}
 */
export async function startPython({ module, library }) {
  limitMemory();
  // What Pyodide has to say of its own troubles comes to the reader as a sentence of the page.
  console.log = console.info = console.warn = console.error = () => undefined;
  const pyodide = await new Promise(/** @param {(pyodide: import("pyodide/pyodide.mjs").Pyodide) => void} resolve */ (resolve, reject) => {
    handOver(module, library, reject);
    loadPyodide({ ...settings, createPyodideModule, stdin: () => null }).then(resolve, reject);
  });
  const names = pyodide.toPy({ __name__: "harness" });
  pyodide.runPython(harness, { globals: names, filename: "harness.py" });
  const run = names.get("run");
  for (const name of BEYOND) Object.defineProperty(self, name, { value: undefined });
  return (code, say) => run(code, say).toJs({ dict_converter: Object.fromEntries });
}

/** Addresses that are never asked: what Pyodide fetches from them is handed over. */
const settings = {
  indexURL: "https://pyodide.invalid/",
  packageBaseUrl: "https://pyodide.invalid/",
  lockFileContents: { info, packages: {} },
};

/** @param {WebAssembly.Module} module @param {Uint8Array<ArrayBuffer>} library @param {(reason: unknown) => void} failed */
function handOver(module, library, failed) {
  self.fetch = async (address) => new Response(String(address).endsWith(".zip") ? library : null);
  WebAssembly.instantiateStreaming = async (_, imports) => {
    try {
      return { module, instance: await WebAssembly.instantiate(module, imports) };
    } catch (reason) {
      // Pyodide would wait for ever.
      failed(reason);
      throw reason;
    }
  };
}

function limitMemory() {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * 65536 > MEMORY) throw new RangeError("memory");
    return grow.call(this, pages);
  };
}
