// Fetches Python's files, each once: counted as they come, and checked against what the build has written down.

import { files } from "python-manifest";
import { asset } from "../shell/assets.js";
import { LoadFault } from "../shell/load-fault.js";
import { keep, kept } from "./kept.js";

/** @typedef {{ name: string, bytes: number, gzip: number, sha256: string }} Row */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/** Files that have come, by name; what failed is fetched again at the next try. @type {Map<string, Bytes>} */
const arrived = new Map();

/** How many bytes travel for all of Python, compressed as hosts do. */
export const weight = files.reduce((sum, { gzip }) => sum + gzip, 0);

/** Whether all of it has come already. */
export const isHere = () => arrived.size === files.length;

/**
 * All files by name. Rejects with a `LoadFault`, or with the signal's reason.
 * @param {AbortSignal} signal
 * @param {(share: number) => void} progress hears how much of all has come, from 0 to 1
 * @returns {Promise<(name: string) => Bytes>}
 */
export async function fetchFiles(signal, progress) {
  const came = new Map(files.map(({ name }) => [name, arrived.get(name)?.length ?? 0]));
  const whole = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const tell = () => progress([...came.values()].reduce((sum, each) => sum + each, 0) / whole);
  const others = new AbortController();
  const either = AbortSignal.any([signal, others.signal]);
  const wanted = files.filter(({ name }) => !arrived.has(name));
  tell();
  try {
    await Promise.all(wanted.map(async (row) => {
      const bytes = await fetchFile(row, either, (length) => (came.set(row.name, length), tell()));
      arrived.set(row.name, bytes);
    }));
  } catch (reason) {
    // Where one file fails, the others need not go on.
    others.abort();
    throw reason;
  }
  return (name) => arrived.get(name) ?? new Uint8Array();
}

/** @param {Row} row @param {AbortSignal} signal @param {(bytes: number) => void} count @returns {Promise<Bytes>} */
async function fetchFile(row, signal, count) {
  const before = await kept(row);
  if (before?.length === row.bytes && (await isGenuine(before, row))) return count(row.bytes), before;
  try {
    // Past what the browser holds for fresh, so that an update of the site comes as a whole.
    const { body } = await asset(`python/${row.name}`, { signal, cache: "no-cache" });
    if (!body) throw new LoadFault("missing", row.name);
    const bytes = await bytesOf(body, row, count);
    if (!(await isGenuine(bytes, row))) throw new LoadFault("damaged", row.name);
    void keep(row, bytes);
    return bytes;
  } catch (reason) {
    signal.throwIfAborted();
    // The connection may break in the middle of a file, too.
    throw reason instanceof LoadFault ? reason : new LoadFault("offline", row.name, String(reason));
  }
}

/** @param {ReadableStream<Uint8Array>} body @param {Row} row @param {(bytes: number) => void} count */
async function bytesOf(body, row, count) {
  const bytes = new Uint8Array(row.bytes);
  let length = 0;
  for (const reader = body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    if (length + value.length > row.bytes) throw new LoadFault("damaged", row.name);
    bytes.set(value, length);
    length += value.length;
    count(length);
  }
  if (length < row.bytes) throw new LoadFault("damaged", row.name);
  return bytes;
}

/** @param {Bytes} bytes @param {Row} row */
async function isGenuine(bytes, { sha256 }) {
  // Over plain HTTP browsers do not compute digests; the length has to do there.
  if (!globalThis.crypto?.subtle) return true;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return sha256 === Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
