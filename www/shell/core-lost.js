// What is thrown when the core has come to an end, and where that stops: nobody is to hear of what is put right by itself.

import { englishWords } from "./labels.js";

/** Thrown by the call that brings an instance of the core to its end, and by all that is asked of its objects from then on. */
export class CoreLost extends Error {
  /** @param {unknown} cause what the browser has thrown */
  constructor(cause) {
    super(englishWords.say("lost.error"), { cause });
  }
}

/** Does something that may need the core; what its end leaves undone is put right by the supervisor. @template T @param {() => T} action */
export function unlessLost(action) {
  try {
    return action();
  } catch (thrown) {
    if (!(thrown instanceof CoreLost)) throw thrown;
  }
}

/** @param {ErrorEvent | PromiseRejectionEvent} event */
function hush(event) {
  if (!(("reason" in event ? event.reason : event.error) instanceof CoreLost)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
// For ways into the page's scripts that do not stop it themselves: neither the console nor a host who listens later hears of it.
addEventListener("error", hush);
addEventListener("unhandledrejection", hush);
