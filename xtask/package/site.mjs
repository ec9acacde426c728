// The static site as a zip archive, with settings for the usual hosts in `hosting/`.
import { join } from "node:path";
import { filesOf, fileOf, filled, textOf, writeZip } from "./archive.mjs";

/** Scripts whose names say what is in them: a changed one has another name. */
const HASHED = /-[A-Z0-9]{8}\.js$/;

/** @param {{ site: import("./archive.mjs").Files, version: string, target: string }} given */
export async function sitePackage({ site, version, target }) {
  const words = { policy: policyOf(site), hashed: hashedScripts(site) };
  const samples = [...(await filesOf("packaging/hosting"))].map(([path, file]) => [`hosting/${path}`, fileOf(filled(textOf(file), words))]);
  await writeZip(join(target, `downhill-site-${version}.zip`), new Map([...site, ...samples]));
}

/** The policy as a header, as the build has written it down for hosts. @param {import("./archive.mjs").Files} site @returns {string} */
const policyOf = (site) => JSON.parse(textOf(site.get("integrity.json"))).policy;

/** The rules of Netlify name files, for they know no endings. @param {import("./archive.mjs").Files} site */
function hashedScripts(site) {
  const paths = [...site.keys()].filter((path) => HASHED.test(path));
  return paths.map((path) => `/${path}\n  Cache-Control: public, max-age=31536000, immutable`).join("\n");
}
