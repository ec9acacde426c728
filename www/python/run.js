// Runs one program of a reader in a worker of its own, with a deadline, and hands over what it prints while it runs.

import { prepareSpare, takeInterpreter } from "./interpreters.js";
import { checked } from "./result.js";

/** @typedef {import("./types.js").Result} Result */
/** @typedef {import("./types.js").Stage} Stage */

/** How long a program may run, in milliseconds; loading does not count. */
export const DEADLINE = 5000;

/** Why a run is stopped from outside. */
const READER = "reader";

/**
 * @param {string} code
 * @param {{ signal: AbortSignal, tell: (stage: Stage) => void, print: (text: string) => void }} options `signal` is the reader's Stop
 * @returns {Promise<Result>} rejects with a `LoadFault` when there is no Python
 */
export async function runProgram(code, { signal, tell, print }) {
  let output = "";
  const hear = (/** @type {string} */ text) => {
    output += text;
    print(text);
  };
  try {
    const worker = await takeInterpreter(signal, tell);
    tell({ stage: "running", share: 1 });
    const ended = await finished(worker, code, signal, hear);
    return { output, ...ended };
  } catch (reason) {
    if (signal.aborted) return { output, ...unfinished(READER) };
    throw reason;
  }
}

/** @param {Worker} worker @param {string} code @param {AbortSignal} signal @param {(text: string) => void} hear @returns {Promise<Omit<Result, "output">>} */
async function finished(worker, code, signal, hear) {
  // Only what carries this word is heard: a program that has found a way to post messages does not know it.
  const nonce = Array.from(crypto.getRandomValues(new Uint32Array(4)), String).join("-");
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  try {
    return await new Promise((resolve) => {
      worker.onmessage = ({ data }) => {
        if (data?.nonce !== nonce) return;
        if (typeof data.text === "string") hear(data.text);
        else resolve(checked(data.result));
      };
      worker.onerror = ({ message }) => resolve(checked({ error: { kind: "crash", message } }));
      timer = setTimeout(() => resolve(unfinished("deadline")), DEADLINE);
      signal.addEventListener("abort", () => resolve(unfinished(READER)), { once: true });
      worker.postMessage({ nonce, code });
      prepareSpare();
    });
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}

/** @param {"reader" | "deadline"} stopped @returns {Omit<Result, "output">} */
function unfinished(stopped) {
  return { cut: false, trail: [], dimension: 1, values: {}, stopped };
}
