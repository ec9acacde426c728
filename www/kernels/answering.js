// How a worker answers: calls by name, and between two pieces of a long one it hears the next.

import { LoadFault } from "../shell/load-fault.js";

/** @typedef {Generator<unknown, unknown, void> | AsyncGenerator<unknown, unknown, void>} Pieces */

/**
 * Answers messages `{ id, call, args }` by `{ id, result }` or `{ id, fault }`, with `load` if that is a `LoadFault`. A call
 * that is a generator is a long one:
 * what it yields after each piece of work is told as `{ id, progress }`, what it returns at its end is the result. The
 * message `{ id, stop: true }` ends it at its next `yield`.
 * @param {Record<string, (...args: any[]) => unknown>} calls
 * @param {() => Promise<unknown>} load makes the calls possible; asked once, before the first
 */
export function answering(calls, load) {
  /** @type {Promise<unknown> | undefined} */
  let loading;
  /** @type {Set<number>} */
  const stopped = new Set();

  addEventListener("message", async ({ data: { id, call, args, stop } }) => {
    if (stop) return void stopped.add(id);
    try {
      await (loading ??= load());
      const answer = /** @type {(...args: any[]) => unknown} */ (calls[call])(...args);
      tell({ id, result: isPieces(answer) ? await whole(id, answer) : await answer });
    } catch (fault) {
      // An error loses on its way what it knows beyond its message.
      postMessage({ id, fault, ...(fault instanceof LoadFault && { load: { code: fault.code, path: fault.path, directive: fault.directive } }) });
    } finally {
      stopped.delete(id);
    }
  });

  /** The result of a long call, or nothing if it was stopped. @param {number} id @param {Pieces} pieces */
  async function whole(id, pieces) {
    while (!stopped.has(id)) {
      const { done, value } = await pieces.next();
      if (done) return value;
      tell({ id, progress: value });
      await heard();
    }
    return (await pieces.return(undefined)).value;
  }
}

const pause = new MessageChannel();
pause.port1.start();

/** Resolves when messages that have come in meanwhile have been heard. */
function heard() {
  return new Promise((resolve) => {
    pause.port1.addEventListener("message", resolve, { once: true });
    pause.port2.postMessage(null);
  });
}

/** Tells the page, and hands over lists of numbers instead of copying them. @param {Record<string, unknown>} message */
function tell(message) {
  const value = message["result"] ?? message["progress"];
  const parts = [value, ...(value && typeof value === "object" ? Object.values(value) : [])];
  const buffers = parts.filter(ArrayBuffer.isView).map(({ buffer }) => /** @type {ArrayBuffer} */ (buffer));
  postMessage(message, { transfer: [...new Set(buffers)] });
}

/** @param {unknown} answer @returns {answer is Pieces} */
function isPieces(answer) {
  return typeof answer === "object" && answer !== null && "next" in answer;
}
