// What a frame costs, as a share of drawing one surface through plotters-canvas in the same run (the best of some runs);
// and wasm beside native.
import { bestTime, times } from "../yardstick.mjs";

/**
 * @param {string} what
 * @param {number} budget
 * @param {"marble" | "scrubber" | "turn" | "rate"} name
 * @returns {import("../run.mjs").Row}
 */
const share = (what, budget, name) => ({
  what: `${what}, as a share of that draw`,
  unit: "",
  budget,
  measure: (context) => bestTime(context, (run) => run[name] / run.plotters, budget),
});

/** @type {import("../run.mjs").Row[]} */
export default [
  {
    what: "a 40×40 surface through plotters-canvas at 800×600 (the measure)",
    unit: "ms",
    measure: async (context) => Math.min(...(await times(context)).map((run) => run.plotters)),
  },
  {
    what: "reading a pixel, which is taken off each time below",
    unit: "ms",
    measure: async (context) => Math.min(...(await times(context)).map((run) => run.reading)),
  },
  share("the marble's layer, one frame", 1 / 20, "marble"),
  share("the scrubber's layers, one frame", 1 / 20, "scrubber"),
  share("turning the surface, axes and a marble included", 1 / 3, "turn"),
  share("dragging the learning rate with 1,000 steps shown", 1 / 3, "rate"),
  {
    what: "a million steps on Himmelblau, wasm as a multiple of native",
    unit: "×",
    budget: 1.15,
    measure: async (context) => {
      const runs = (await times(context)).map((run) => run.million);
      return Math.min(...runs) / context.native("yardstick").milliseconds;
    },
  },
];
