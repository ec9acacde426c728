// What follows when the core has come to an end: all who hold objects of it go on with another instance, or give up.

import { CoreLost } from "./core-lost.js";
import { holders } from "./instance.js";

/** Ends within so many milliseconds … */
const WINDOW = 60_000;
/** … that are put right. */
const MOST = 3;

/** When the core has come to an end. @type {number[]} */
let ends = [];

/** Those who could not go on where they were. @type {Set<import("./instance.js").Holder>} */
const suspects = new Set();

/** Which instance those who wait for their task are waiting to go on with. */
let turn = 0;

/**
 * Everybody goes on with the instance that has followed: those in view at once, the others each in a task of its own.
 * @param {CoreLost} lost
 */
export function goOn(lost) {
  const now = performance.now();
  ends = [...ends.filter((end) => now - end < WINDOW), now];
  if (ends.length > MOST) return void giveUp(lost);
  const mine = (turn += 1);
  const all = [...holders];
  const hidden = all.filter((holder) => !holder.seen());
  const seen = all.filter((holder) => !hidden.includes(holder));
  if (!seen.every(goesOn)) return;
  const next = () => {
    const holder = hidden.shift();
    if (turn !== mine || (holder && holders.has(holder) && !goesOn(holder))) return;
    if (holder) setTimeout(next);
    else suspects.clear();
  };
  next();
  // It must be there when it is wanted, and may not come any more by then.
  void panel().catch(() => undefined);
}

/** Whether one can go on. Who brings this instance to its end, too, begins anew with the next, to which everybody comes by itself. @param {import("./instance.js").Holder} holder */
function goesOn(holder) {
  try {
    holder.again(suspects.has(holder));
    return true;
  } catch (thrown) {
    suspects.add(holder);
    // Not the core's end: a mistake of the page, which must not be hidden.
    if (!(thrown instanceof CoreLost)) throw thrown;
    return false;
  }
}

/** Everybody does without the core. @param {CoreLost} lost */
export async function giveUp(lost) {
  turn += 1;
  const { lostPanel } = await panel();
  for (const holder of [...holders]) holder.giveUp?.((words, state) => lostPanel(words, { ...state, lost: String(lost.cause), stack: stackOf(lost.cause) }));
}

const panel = () => import("./lost-panel.js");

/** @param {unknown} thrown */
const stackOf = (thrown) => (thrown instanceof Error ? thrown.stack : undefined);
