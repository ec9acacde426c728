// The lesson as a SCORM 1.2 package: the site with a manifest, its page marked as part of a course (www/scorm/ does the rest).
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { escaped, fileOf, filled, textOf, writeZip } from "./archive.mjs";

/** Where a page's words are: those of the course replace what is said of progress that stays in the browser. */
const PROGRESS = /^(text\/\w+\/)progress\.json$/;
/** A course asks for a login, so nothing is kept for offline use; and nobody sets up figures for other pages in it. */
const LEFT_OUT = /^(sw\.js|configure\.\w+)$/;

/** @param {{ site: import("./archive.mjs").Files, version: string, target: string }} given */
export async function scormPackage({ site, version, target }) {
  const files = new Map([...site].filter(([path]) => !LEFT_OUT.test(path)));
  files.set("index.html", fileOf(asPartOfACourse(textOf(site.get("index.html")))));
  for (const path of files.keys()) if (PROGRESS.test(path)) files.set(path, fileOf(wordsOfACourse(site, path)));
  const { title } = JSON.parse(await readFile("www/text/en/page.json", "utf8"));
  const rows = [...files.keys()].map((path) => `      <file href="${escaped(path)}"/>`);
  const manifest = await readFile("packaging/scorm/imsmanifest.xml", "utf8");
  files.set("imsmanifest.xml", fileOf(filled(manifest, { version, title: escaped(title), files: rows.join("\n") })));
  await writeZip(join(target, `downhill-scorm12-${version}.zip`), files);
}

/** @param {string} page */
function asPartOfACourse(page) {
  const marked = page.replace("<html ", '<html data-course="scorm12" ');
  if (marked === page) throw new Error("index.html has no <html …> to mark.");
  return marked;
}

/** @param {import("./archive.mjs").Files} site @param {string} path */
function wordsOfACourse(site, path) {
  const words = JSON.parse(textOf(site.get(path)));
  const others = JSON.parse(textOf(site.get(path.replace("progress.json", "scorm.json"))));
  return JSON.stringify(Object.fromEntries(Object.entries(words).map(([key, word]) => [key, others[key] ?? word])));
}
