// What follows when the core has come to an end: all who hold objects of it go on with another instance, or give up.

import { CoreLost } from "./core-lost.js";
import { holders, supervise } from "./instance.js";

/** Ends within so many milliseconds … */
const WINDOW = 60_000;
/** … that are put right. */
const MOST = 3;

/** When the core has come to an end. @type {number[]} */
let ends = [];

/** Those who could not go on where they were. @type {Set<import("./instance.js").Holder>} */
const suspects = new Set();

/**
 * Everybody goes on with the instance that has followed. Who brings that one to its end, too, begins anew at the next turn,
 * which comes by itself.
 * @param {CoreLost} lost
 */
export function goOn(lost) {
  const now = performance.now();
  ends = [...ends.filter((end) => now - end < WINDOW), now];
  if (ends.length > MOST) return void giveUp(lost);
  for (const holder of holders) {
    try {
      holder.again(suspects.has(holder));
    } catch (thrown) {
      suspects.add(holder);
      // Not the core's end: a mistake of the page, which must not be hidden.
      if (!(thrown instanceof CoreLost)) throw thrown;
      return;
    }
  }
  suspects.clear();
  // It must be there when it is wanted, and may not come any more by then.
  void panel().catch(() => undefined);
}

/** Everybody does without the core. @param {CoreLost} lost */
export async function giveUp(lost) {
  const { lostPanel } = await panel();
  for (const holder of [...holders]) holder.giveUp?.((words, state) => lostPanel(words, { ...state, lost: String(lost.cause), stack: stackOf(lost.cause) }));
}

const panel = () => import("./lost-panel.js");

/** @param {unknown} thrown */
const stackOf = (thrown) => (thrown instanceof Error ? thrown.stack : undefined);

supervise({ goOn, giveUp });
