// What a page asks for, and what that weighs compressed.
import { readFile } from "node:fs/promises";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** @typedef {import("./run.mjs").Context} Context */

/** @param {Context} context @param {Iterable<string>} files @param {(content: Buffer) => Buffer} compressed @returns {Promise<number>} kilobytes of 1,000 bytes */
async function weight({ dist }, files, compressed) {
  const contents = await Promise.all(Array.from(files, (file) => readFile(new URL(file, dist))));
  return contents.reduce((sum, content) => sum + compressed(content).length, 0) / 1000;
}

/** With brotli at its best. @param {Context} context @param {Iterable<string>} files */
export const brotli = (context, files) =>
  weight(context, files, (content) => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));

/** With gzip at its best. @param {Context} context @param {Iterable<string>} files */
export const gzip = (context, files) => weight(context, files, (content) => gzipSync(content, { level: 9 }));

/** Opens a page and writes down each file it asks for, by its name in the site. @param {Context} context */
export async function watched({ browser, address }) {
  const page = await browser.newPage({ serviceWorkers: "block" });
  /** @type {Set<string>} */
  const asked = new Set();
  page.on("request", (request) => asked.add(nameOf(request.url(), address)));
  return { page, asked };
}

/** A file's name in the site, without what an address says besides. @param {string} url @param {string} address */
export const nameOf = (url, address) => url.replace(address, "").replace(/[?#].*/, "") || "index.html";

/** The files that a page asks for by itself, until nothing more comes. @param {Context} context @param {string} [search] */
export async function askedForBy(context, search = "") {
  const { page, asked } = await watched(context);
  await page.goto(context.address + search, { waitUntil: "networkidle" });
  await page.close();
  return asked;
}
