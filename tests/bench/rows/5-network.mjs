// The network: its gradient beside JavaScript and beside native code, and a training to the end.
import { networkTimes } from "../network.mjs";

/** @type {import("../run.mjs").Row[]} */
export default [
  {
    what: "gradient of the network on 1,000 images",
    unit: "ms",
    measure: async (context) => (await networkTimes(context)).kernel,
  },
  {
    what: "as a share of the same in JavaScript",
    unit: "",
    budget: 1 / 6,
    measure: async (context) => {
      const { kernel, loop } = await networkTimes(context);
      return kernel / loop;
    },
  },
  {
    what: "as a multiple of the same built natively",
    unit: "×",
    budget: 1.3,
    measure: async (context) => (await networkTimes(context)).kernel / context.native("network").milliseconds,
  },
  {
    what: "training to 90 % of the digits that are held out",
    unit: "s",
    budget: 20,
    measure: async (context) => (await networkTimes(context)).training,
  },
];
