// The page's side of the kernels: a worker that starts with the first call, and calls that answer by promises.

import { LoadFault } from "./load-fault.js";
import { kernelsWorker } from "./places.js";

/**
 * @typedef {object} CallOptions
 * @property {Transferable[]} [transfer] what is handed over instead of copied
 * @property {(value: any) => void} [progress] hears how far a long call is
 * @property {AbortSignal} [signal] stops a long call at its next pause
 *
 * @typedef {{ resolve: (result: any) => void, reject: (reason: unknown) => void, progress?: ((value: any) => void) | undefined }} Pending
 */

/** A module of one function that makes a vector of zeros: valid where there is SIMD. */
const VECTOR = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11]);

/** One user's kernels, computed in a worker of their own; what they keep lives there until `dispose()`. */
export class Kernels {
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Map<number, Pending>} */
  #pending = new Map();
  #calls = 0;

  /**
   * Calls a kernel. Resolves to its result, or to nothing if it was stopped. Rejects with the `Fault` of what was given,
   * with a `LoadFault` if the kernels did not load, or with another `Error` if they broke; the next call then starts them anew.
   * @param {string} call
   * @param {unknown[]} [args]
   * @param {CallOptions} [options]
   * @returns {Promise<any>}
   */
  call(call, args = [], { transfer = [], progress, signal } = {}) {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const id = (this.#calls += 1);
      const worker = (this.#worker ??= this.#start());
      worker.postMessage({ id, call, args }, transfer);
      this.#pending.set(id, { resolve, reject, progress });
      signal?.addEventListener("abort", () => this.#pending.has(id) && worker.postMessage({ id, stop: true }), { once: true });
    });
  }

  /**
   * A kernel of which only the latest call counts: a new one stops the one before and waits for its end, and those that
   * come too late resolve to nothing.
   * @param {string} name
   * @returns {(args?: unknown[], options?: Omit<CallOptions, "signal">) => Promise<any>}
   */
  latest(name) {
    let turn = 0;
    let stopping = new AbortController();
    let running = Promise.resolve();
    return async (args, options) => {
      const mine = (turn += 1);
      stopping.abort();
      stopping = new AbortController();
      const { signal } = stopping;
      await running;
      const answer = this.call(name, args, { ...options, signal });
      running = answer.catch(() => undefined);
      try {
        const result = await answer;
        return mine === turn ? result : undefined;
      } catch (reason) {
        if (mine === turn) throw reason;
      }
    };
  }

  /** Ends the worker; calls under way resolve to nothing. */
  dispose() {
    this.#end(({ resolve }) => resolve(undefined));
  }

  #start() {
    const worker = kernelsWorker(WebAssembly.validate(VECTOR) ? "simd" : "plain");
    worker.addEventListener("message", ({ data }) => this.#heard(data));
    // The event says nothing of a script that did not arrive.
    worker.addEventListener("error", ({ message }) => this.#broken(message ? new Error(message) : new LoadFault("script", "kernels-worker.js")));
    return worker;
  }

  /** @param {{ id: number, result?: unknown, progress?: unknown, fault?: unknown, load?: Pick<LoadFault, "code" | "path" | "directive"> }} answer */
  #heard(answer) {
    const call = this.#pending.get(answer.id);
    if ("progress" in answer) return void call?.progress?.(answer.progress);
    this.#pending.delete(answer.id);
    if (!("fault" in answer)) return void call?.resolve(answer.result);
    const { fault, load } = answer;
    const reason = load ? new LoadFault(load.code, load.path, "", load.directive) : fault;
    call?.reject(reason);
    // What is no fault of the input leaves a module behind that cannot be trusted.
    if (reason instanceof Error) this.#broken(reason);
  }

  /** @param {Error} reason */
  #broken(reason) {
    this.#end(({ reject }) => reject(reason));
  }

  /** @param {(call: Pending) => void} settle */
  #end(settle) {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const call of this.#pending.values()) settle(call);
    this.#pending.clear();
  }
}
