// Folders as lists of files, and lists of files as zip archives that are the same bytes whenever and wherever they are made.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { zipSync } from "fflate";

/** Files by their paths, with slashes, in the order of the paths. @typedef {Map<string, Uint8Array>} Files */

/** The earliest day that a zip archive can name. Its times are those of some clock on a wall, so no zone comes into it. */
const DAY = new Date(1980, 0, 1);

/** All files below a folder. @param {string} folder @returns {Promise<Files>} */
export async function filesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = paths.sort().map(async (path) => [path.slice(folder.length + 1).split(sep).join("/"), await readFile(path)]);
  return new Map(await Promise.all(read));
}

/** Writes files as a zip archive. @param {string} path @param {Files} files */
export async function writeZip(path, files) {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  await writeFile(path, zipSync(Object.fromEntries(sorted), { level: 9, mtime: DAY }));
}

/** A text as a file. @param {string} text @returns {Uint8Array} */
export const fileOf = (text) => new TextEncoder().encode(text);

/** A file as a text. @param {Uint8Array | undefined} file */
export const textOf = (file) => new TextDecoder().decode(file);

/** Puts words in the places `{{name}}` of a text; a place that nothing fills is an error. @param {string} text @param {Record<string, string>} words */
export function filled(text, words) {
  return text.replace(/\{\{(\w+)\}\}/g, (place, name) => {
    if (words[name] === undefined) throw new Error(`Nothing is known to fill ${place} with.`);
    return words[name];
  });
}

/** A text as it stands in HTML or XML. @param {string} text */
export const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
