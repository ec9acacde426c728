// What a browser keeps of the site for visits without a connection, beyond what the other rows count: there no service worker runs.
import { readFile } from "node:fs/promises";
import { brotli } from "../weights.mjs";

/** @type {import("../run.mjs").Row[]} */
export default [
  {
    what: "kept for visits without a connection, some seconds after the first figure, brotli",
    unit: "KB",
    measure: async (context) => brotli(context, JSON.parse(await readFile(new URL("integrity.json", context.dist), "utf8")).offline),
  },
];
