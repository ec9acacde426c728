// What live Python costs: all that its first Run fetches, the editor included, compressed with gzip as most hosts do.
import { readdir, readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const EDITOR = /^codemirror-.*\.js$/;

/** @param {URL} dist @returns {Promise<number>} megabytes of 1,000,000 bytes */
async function gzip(dist) {
  const editor = (await readdir(dist)).filter((file) => EDITOR.test(file));
  const { files } = JSON.parse(await readFile(new URL("python/manifest.json", dist), "utf8"));
  const names = [...editor, ...files.map((/** @type {{ name: string }} */ { name }) => `python/${name}`)];
  const contents = await Promise.all(names.map((name) => readFile(new URL(name, dist))));
  return contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0) / 1e6;
}

/** @type {import("../run.mjs").Row[]} */
export default [{ what: "Python with its editor, by the first Run, gzip", unit: "MB", budget: 6.5, measure: ({ dist }) => gzip(dist) }];
