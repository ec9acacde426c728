// What is served before the first figure answers, compressed with brotli at its best.
import { readFile } from "node:fs/promises";
import { brotliCompressSync, constants } from "node:zlib";

const CORE = "downhill-core_bg.wasm";
const PAGE = ["index.html", "page.css", "lesson.js", "downhill.js", "downhill-core.js", "course.json", "text/en/labels.json"];

/** @param {URL} dist @param {string[]} files @returns {Promise<number>} kilobytes of 1,000 bytes */
async function brotli(dist, files) {
  const contents = await Promise.all(files.map((file) => readFile(new URL(file, dist))));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  const sizes = contents.map((content) => brotliCompressSync(content, { params }).length);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** @type {import("../run.mjs").Row[]} */
export default [
  {
    what: "served before the first figure answers, brotli",
    unit: "KB",
    budget: 150,
    measure: ({ dist }) => brotli(dist, [...PAGE, CORE]),
  },
  { what: "of that the core (wasm), brotli", unit: "KB", budget: 90, measure: ({ dist }) => brotli(dist, [CORE]) },
];
