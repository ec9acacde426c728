// The static site as a zip archive, with settings for the usual hosts in `hosting/`.
import { join } from "node:path";
import { inlineScripts, policy } from "../policy.mjs";
import { filesOf, fileOf, filled, textOf, writeZip } from "./archive.mjs";

/** Scripts whose names say what is in them: a changed one has another name. */
const HASHED = /-[A-Z0-9]{8}\.js$/;

/** @param {{ site: import("./archive.mjs").Files, version: string, target: string }} given */
export async function sitePackage({ site, version, target }) {
  const words = { policy: headerPolicy(site), hashed: hashedScripts(site) };
  const samples = [...(await filesOf("packaging/hosting"))].map(([path, file]) => [`hosting/${path}`, fileOf(filled(textOf(file), words))]);
  await writeZip(join(target, `downhill-site-${version}.zip`), new Map([...site, ...samples]));
}

/** One policy for all pages: what stands in any of them may run in each. */
function headerPolicy(site) {
  const pages = [...site].filter(([path]) => path.endsWith(".html")).map(([, file]) => textOf(file));
  return policy(pages.flatMap(inlineScripts));
}

/** The rules of Netlify name files, for they know no endings. */
function hashedScripts(site) {
  const paths = [...site.keys()].filter((path) => HASHED.test(path));
  return paths.map((path) => `/${path}\n  Cache-Control: public, max-age=31536000, immutable`).join("\n");
}
