// The map of 512 × 512 starts on Himmelblau's function, 200 steps each, every start decided, beside loops in plain JavaScript.
import { SHARE, basinTimes } from "../basins.mjs";

/** @type {import("../run.mjs").Row[]} */
export default [
  { what: "map of 512 × 512 starts, 200 steps each", unit: "ms", measure: async (context) => (await basinTimes(context)).whole },
  { what: "its sketch, which is shown first", unit: "ms", measure: async (context) => (await basinTimes(context)).sketch },
  {
    what: "the map as a share of a loop in JavaScript over all starts and steps",
    unit: "",
    budget: SHARE,
    measure: async (context) => (await basinTimes(context)).share,
  },
  {
    what: "as a share of a loop in JavaScript that leaves a run at a minimum alone, too",
    unit: "",
    measure: async (context) => {
      const { whole, leaving } = await basinTimes(context);
      return whole / leaving;
    },
  },
];
