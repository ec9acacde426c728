// Seals the site in the folder given as argument, once everything else is in it: gives every page the policy, and tells hosts in `integrity.json`.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inlineScripts, policy } from "./policy.mjs";

const [, , site] = process.argv;

/** All files of the site, by their names in it. */
const names = (await readdir(site, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(join(site, "/").length).replaceAll("\\", "/"))
  .sort();

/** Pages, as opposed to pieces of text that a page loads. */
const isPage = (text) => text.includes("</head>");

/** What stands as a script in any page. @type {string[]} */
const inline = [];
for (const name of names.filter((name) => name.endsWith(".html"))) {
  const page = await readFile(join(site, name), "utf8");
  if (!isPage(page)) continue;
  inline.push(...inlineScripts(page));
  await writeFile(join(site, name), sealed(page));
}
await writeFile(join(site, "integrity.json"), JSON.stringify({ policy: policy(inline) }));

/** A policy counts from where it stands, so it comes as early as the encoding lets it. */
function sealed(page) {
  const encoding = '<meta charset="utf-8" />';
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(inlineScripts(page))}" />`;
  if (!page.includes(encoding)) throw new Error(`A page begins its head with ${encoding}.`);
  return page.replace(encoding, `${encoding}\n    ${meta}`);
}
