// Fingers on the page: real touch points, which the browser itself may turn into scrolling.

/** @typedef {{ x: number, y: number }} Spot */

/** One finger. @param {import("@playwright/test").Page} page */
export async function touch(page) {
  const session = await page.context().newCDPSession(page);
  const send = (/** @type {"touchStart" | "touchMove" | "touchEnd"} */ type, /** @type {Spot[]} */ touchPoints) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
  const finger = {
    down: (/** @type {Spot} */ spot) => send("touchStart", [spot]),
    move: (/** @type {Spot} */ spot) => send("touchMove", [spot]),
    up: () => send("touchEnd", []),
    /** Down, along a straight line, a moment's rest, up: a finger that is lifted in full swing throws the page instead. @param {Spot} from @param {Spot} to */
    async swipe(from, to) {
      await finger.down(from);
      for (let share = 0.1; share <= 1.001; share += 0.1) {
        await finger.move({ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) });
      }
      await page.evaluate(restedFrames, 12);
      await finger.move(to);
      await finger.up();
    },
  };
  return finger;
}

/** Runs in the page: lets so many frames pass. @param {number} count */
async function restedFrames(count) {
  for (let frames = 0; frames < count; frames += 1) await new Promise(requestAnimationFrame);
}
