// Packs the built site, `dist/`, in each of its shapes into `target/packages/`, and says what is there and how large it is.
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { filesOf } from "./archive.mjs";
import { npmPackage } from "./npm.mjs";
import { scormPackage } from "./scorm.mjs";
import { singlePages } from "./single.mjs";
import { sitePackage } from "./site.mjs";

const TARGET = "target/packages";
const { version } = JSON.parse(await readFile("package.json", "utf8"));

await rm(TARGET, { recursive: true, force: true });
await mkdir(TARGET, { recursive: true });
const site = await filesOf("dist");
for (const pack of [sitePackage, npmPackage, scormPackage, singlePages]) await pack({ site, version, target: TARGET });

for (const entry of (await readdir(TARGET, { recursive: true })).sort()) {
  const found = await stat(join(TARGET, entry));
  if (found.isFile()) console.log(`${(found.size / 1e6).toFixed(2).padStart(7)} MB  ${join(TARGET, entry)}`);
}
