// A host whose copy of the site a test changes, breaks off, or takes away.
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { offlineFiles, writeServiceWorker } from "../../xtask/offline.mjs";
import { SITE, TYPES } from "./server.mjs";

/** @typedef {Map<string, Buffer>} Files the files of a site by their names */

/** @returns {Promise<Files>} the built site */
export async function built() {
  const entries = (await readdir(SITE, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(paths.map(async (path) => /** @type {const} */ ([path.slice(SITE.length), await readFile(path)]))));
}

/** The next version of a site, as the build would have made it: with these texts changed, and a service worker that knows. @param {Files} files @param {Record<string, [string, string]>} changes */
export async function changed(files, changes) {
  const next = new Map(files);
  for (const [name, [before, after]] of Object.entries(changes)) next.set(name, Buffer.from(String(files.get(name)).replaceAll(before, after)));
  const digests = [...next].map(([name, bytes]) => [name, `sha256-${createHash("sha256").update(bytes).digest("base64")}`]);
  const folder = await mkdtemp(join(tmpdir(), "downhill-"));
  const { offline } = JSON.parse(String(files.get("integrity.json")));
  await writeServiceWorker(join(folder, "sw.js"), offlineFiles(Object.fromEntries(digests.filter(([name]) => offline.includes(name)))));
  next.set("sw.js", await readFile(join(folder, "sw.js")));
  await rm(folder, { recursive: true });
  return next;
}

/** Serves files, which can be replaced while it does. @param {Files} files */
export async function deploy(files) {
  const host = { files, asked: /** @type {string[]} what was asked for */ ([]), address: "", gone };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname.slice(1) || "index.html";
    host.asked.push(path);
    const bytes = host.files.get(path);
    const type = TYPES[/\.\w+$/.exec(path)?.[0] ?? ""] ?? "application/octet-stream";
    response.writeHead(bytes ? 200 : 404, { "content-type": type, "cache-control": "no-cache" }).end(bytes);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const bound = server.address();
  host.address = `http://127.0.0.1:${bound && typeof bound === "object" ? bound.port : 0}/`;
  /** Takes the host away. */
  function gone() {
    server.close();
    server.closeAllConnections();
  }
  return host;
}
