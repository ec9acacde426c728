// What is served, compressed with brotli at its best: before the first figure answers, and for the whole page.
import { readFile } from "node:fs/promises";
import { brotliCompressSync, constants } from "node:zlib";

const CORE = "downhill-core_bg.wasm";
/** What is asked for when the first figure stands. */
const LATER = /^(downhill-)?later\b/;
/** What comes when the map of starts or the network is looked at. A browser takes one of the two variants; this is the larger one. */
const KERNELS = ["kernels-worker.js", "downhill-kernels.js", "downhill-kernels-plain_bg.wasm"];
const DIGITS = /digits/;

/** @param {URL} dist @param {string[]} files @returns {Promise<number>} kilobytes of 1,000 bytes */
async function brotli(dist, files) {
  const contents = await Promise.all(files.map((file) => readFile(new URL(file, dist))));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  const sizes = contents.map((content) => brotliCompressSync(content, { params }).length);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** The files that the lesson asks for until its first figure stands. @param {import("../run.mjs").Context} context */
async function askedForFirst({ browser, address }) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => asked.push(request.url().replace(address, "") || "index.html"));
  const later = page.waitForRequest((request) => LATER.test(request.url().replace(address, "")));
  await page.goto(address);
  await later;
  await page.close();
  return asked.slice(0, asked.findIndex((file) => LATER.test(file)));
}

/** The files that the lesson asks for by itself, until nothing more comes. @param {import("../run.mjs").Context} context */
async function askedForInAll({ browser, address }) {
  const page = await browser.newPage();
  /** @type {Set<string>} */
  const asked = new Set();
  page.on("request", (request) => asked.add(request.url().replace(address, "") || "index.html"));
  await page.goto(address, { waitUntil: "networkidle" });
  await page.close();
  return [...asked].filter((file) => !DIGITS.test(file));
}

/** @type {import("../run.mjs").Row[]} */
export default [
  {
    what: "served before the first figure answers, brotli",
    unit: "KB",
    budget: 150,
    measure: async (context) => brotli(context.dist, await askedForFirst(context)),
  },
  { what: "of that the core (wasm), brotli", unit: "KB", budget: 90, measure: ({ dist }) => brotli(dist, [CORE]) },
  {
    what: "the whole lesson as it opens, brotli",
    unit: "KB",
    budget: 220,
    measure: async (context) => brotli(context.dist, await askedForInAll(context)),
  },
  {
    what: "with the kernels, once the map of starts or the network is in view, brotli",
    unit: "KB",
    measure: async (context) => brotli(context.dist, [...new Set([...(await askedForInAll(context)), ...KERNELS])]),
  },
];
