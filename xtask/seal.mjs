// Seals the site in the folder given as argument, once everything else is in it: its pages say what their scripts must be and
// carry the policy, its service worker knows all files, and `integrity.json` tells hosts of both.
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { offlineFiles, writeServiceWorker } from "./offline.mjs";
import { inlineScripts, policy } from "./policy.mjs";

const [, , site] = process.argv;
const text = (name) => readFile(join(site, name), "utf8");

/** All files of the site, by their names in it. */
const names = (await readdir(site, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(join(site, "/").length).replaceAll("\\", "/"))
  .filter((name) => !["sw.js", "integrity.json"].includes(name))
  .sort();

/** The digest of each, as `integrity` takes it; of the pages only when they are done. @type {Record<string, string>} */
const digests = {};
const digest = async (name) => {
  digests[name] = `sha256-${createHash("sha256").update(await readFile(join(site, name))).digest("base64")}`;
};
await Promise.all(names.map(digest));

/** What stands as a script in any page. @type {string[]} */
const inline = [];
for (const name of names.filter((name) => name.endsWith(".html"))) {
  const page = await text(name);
  // Pieces of text that a page loads have no head.
  if (!page.includes("</head>")) continue;
  const checked = await withDigests(page, posix.dirname(name));
  inline.push(...inlineScripts(checked));
  await writeFile(join(site, name), withPolicy(checked));
  await digest(name);
}
const files = Object.fromEntries(names.map((name) => [name, digests[name]]));
const offline = offlineFiles(files);
const version = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
await writeFile(join(site, "integrity.json"), JSON.stringify({ version, policy: policy(inline), files, offline: offline.map(({ url }) => url) }));
await writeServiceWorker(join(site, "sw.js"), offline);

/** A page whose own files are checked, and by an import map the modules that these import, now or later. @param {string} page @param {string} folder of the page */
async function withDigests(page, folder) {
  // In a sandboxed frame the site is another host, where digests need the server's leave. So styles ask for it; the plain script
  // that says what is missing there does without a digest.
  const tagged = page.replace(/<(?:script type="module"|link rel="(stylesheet|modulepreload)") (?:src|href)="([^"]+)"/g, (tag, kind, address) =>
    `${tag} integrity="${digests[posix.join(folder, address)]}"${kind === "stylesheet" ? " crossorigin" : ""}`,
  );
  const entries = Array.from(page.matchAll(/<script type="module" src="([^"]+)"/g), ([, address]) => posix.join(folder, address));
  const modules = await reachable(entries);
  if (modules.length === 0) return tagged;
  const integrity = Object.fromEntries(modules.map((name) => [relative(folder, name), digests[name]]));
  return beginningWith(tagged, `<script type="importmap">${JSON.stringify({ integrity })}</script>`);
}

/** The modules that these import, and those that they do, and so on; a worker's are its own matter, for which there are no maps. @param {string[]} entries */
async function reachable(entries) {
  const found = new Set(entries);
  for (const name of found) {
    for (const [, address] of (await text(name)).matchAll(/\b(?:from|import)\s*\(?\s*"(\.[^"]+\.js)"/g)) found.add(posix.join(posix.dirname(name), address));
  }
  return [...found].sort();
}

/** @param {string} folder @param {string} name */
function relative(folder, name) {
  const path = posix.relative(folder, name);
  return path.startsWith(".") ? path : `./${path}`;
}

/** @param {string} page */
function withPolicy(page) {
  return beginningWith(page, `<meta http-equiv="Content-Security-Policy" content="${policy(inlineScripts(page))}" />`);
}

/** What counts from where it stands comes as early as the encoding lets it. @param {string} page @param {string} piece */
function beginningWith(page, piece) {
  const encoding = '<meta charset="utf-8" />';
  if (!page.includes(encoding)) throw new Error(`A page begins its head with ${encoding}.`);
  return page.replace(encoding, () => `${encoding}\n    ${piece}`);
}
