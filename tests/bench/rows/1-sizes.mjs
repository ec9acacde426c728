// What is served, compressed with brotli at its best: before the first figure answers, and for the whole page.
import { askedForBy, brotli, nameOf, watched } from "../weights.mjs";

const CORE = "downhill-core_bg.wasm";
/** What is asked for when the first figure stands. */
const LATER = /^(downhill-)?later[-_]/;
/** What comes when the map of starts or the network is looked at. A browser takes one of the two variants; this is the larger one. */
const KERNELS = ["kernels-worker.js", "downhill-kernels.js", "downhill-kernels-plain_bg.wasm"];
const DIGITS = /digits/;

/** The files that the lesson asks for until its first figure stands. @param {import("../run.mjs").Context} context */
async function askedForFirst(context) {
  const { page, asked } = await watched(context);
  const isLater = (/** @type {string} */ file) => LATER.test(file);
  const later = page.waitForRequest((request) => isLater(nameOf(request.url(), context.address)));
  await page.goto(context.address);
  await later;
  await page.close();
  const files = [...asked];
  return files.slice(0, files.findIndex(isLater));
}

/** The files that the lesson asks for by itself. @param {import("../run.mjs").Context} context */
const askedForInAll = async (context) => [...(await askedForBy(context))].filter((file) => !DIGITS.test(file));

/** @type {import("../run.mjs").Row[]} */
export default [
  {
    what: "served before the first figure answers, brotli",
    unit: "KB",
    budget: 150,
    measure: async (context) => brotli(context, await askedForFirst(context)),
  },
  { what: "of that the core (wasm), brotli", unit: "KB", budget: 90, measure: (context) => brotli(context, [CORE]) },
  {
    what: "the whole lesson as it opens, brotli",
    unit: "KB",
    budget: 220,
    measure: async (context) => brotli(context, await askedForInAll(context)),
  },
  {
    what: "with the kernels, once the map of starts or the network is in view, brotli",
    unit: "KB",
    measure: async (context) => brotli(context, [...new Set([...(await askedForInAll(context)), ...KERNELS])]),
  },
];
