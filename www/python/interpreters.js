// Workers with a Python ready in each: one for the next program and never one for two, so that every program finds Python as new.

import { LoadFault } from "../shell/load-fault.js";
import { fetchFiles } from "./files.js";

/** How long nothing may happen while Python comes, in milliseconds. */
const PATIENCE = 60_000;

/** @typedef {import("./types.js").Stage} Stage */
/** @typedef {{ script: string, module: WebAssembly.Module, library: Uint8Array<ArrayBuffer> }} Parts */

/** What workers are made of, once it has come. @type {Parts | undefined} */
let parts;
/** A worker that waits for the next program. @type {Promise<Worker> | undefined} */
let spare;

/**
 * A worker of one's own in which Python waits for a program. Rejects with a `LoadFault`, or with the signal's reason.
 * @param {AbortSignal} signal
 * @param {(stage: Stage) => void} tell
 * @returns {Promise<Worker>}
 */
export async function takeInterpreter(signal, tell) {
  const waiting = spare;
  spare = undefined;
  if (waiting) {
    tell({ stage: "starting", share: 1 });
    const worker = await until(waiting, signal).catch(() => undefined);
    if (signal.aborted) spare ??= waiting;
    signal.throwIfAborted();
    if (worker) return worker;
  }
  parts ??= await patiently(signal, (inner, alive) => fetchParts(inner, (stage) => (alive(), tell(stage))));
  tell({ stage: "starting", share: 1 });
  const made = parts;
  return patiently(signal, (inner) => start(made, inner));
}

/** Starts a worker for the program after this one. */
export function prepareSpare() {
  if (!parts || spare) return;
  const made = parts;
  spare = patiently(new AbortController().signal, (inner) => start(made, inner));
  // Whoever takes it tries once more.
  spare.catch(() => undefined);
}

/** @param {AbortSignal} signal @param {(stage: Stage) => void} tell @returns {Promise<Parts>} */
async function fetchParts(signal, tell) {
  const file = await fetchFiles(signal, (share) => tell({ stage: "fetching", share }));
  tell({ stage: "starting", share: 1 });
  // The bytes are the right ones by now: what stands against compiling them is the page's policy.
  const module = await WebAssembly.compile(file("python.wasm")).catch((reason) => {
    throw new LoadFault("policy", "python.wasm", String(reason));
  });
  const script = URL.createObjectURL(new Blob([file("worker.js")], { type: "text/javascript" }));
  return { script, module, library: file("library.zip") };
}

/** @param {Parts} made @param {AbortSignal} signal @returns {Promise<Worker>} */
function start({ script, module, library }, signal) {
  const worker = new Worker(script, { type: "module" });
  const ready = new Promise((resolve, reject) => {
    const failed = (/** @type {unknown} */ detail) => reject(new LoadFault("start", "worker.js", String(detail)));
    worker.onmessage = ({ data }) => (data.ready ? resolve(worker) : failed(data.failed));
    worker.onerror = ({ message }) => failed(message);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    worker.postMessage({ start: { module, library } });
  });
  return ready.catch((reason) => {
    worker.terminate();
    throw reason;
  });
}

/**
 * Gives up what does not move for a minute; `alive` says that it does.
 * @template T
 * @param {AbortSignal} outer
 * @param {(signal: AbortSignal, alive: () => void) => Promise<T>} task
 */
async function patiently(outer, task) {
  const watchdog = new AbortController();
  let timer = 0;
  const alive = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => watchdog.abort(new LoadFault("stalled", "python/")), PATIENCE);
  };
  alive();
  const signal = AbortSignal.any([outer, watchdog.signal]);
  try {
    return await until(task(signal, alive), signal);
  } finally {
    clearTimeout(timer);
  }
}

/** @template T @param {Promise<T>} promise @param {AbortSignal} signal @returns {Promise<T>} */
function until(promise, signal) {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    promise.then(resolve, reject);
  });
}
