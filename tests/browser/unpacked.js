// The packages that `cargo xtask package` has made, unpacked into folders of their own, and folders served as any plain host does.
import { createReadStream } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { expect, test as base } from "./fixtures.js";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const PACKAGES = join(ROOT, "target/packages");

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** The package with such a name. @param {RegExp} name */
export async function packageFile(name) {
  const names = await readdir(PACKAGES).catch(() => []);
  const found = names.find((each) => name.test(each));
  if (!found) throw new Error(`There is no package ${name}: run \`cargo xtask package\` first.`);
  return join(PACKAGES, found);
}

/** Unpacks a zip archive into a new folder. @param {RegExp} name @returns {Promise<string>} the folder */
export async function unzipped(name) {
  const folder = await emptyFolder();
  for (const [path, bytes] of Object.entries(unzipSync(await readFile(await packageFile(name))))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return folder;
}

export const emptyFolder = () => mkdtemp(join(tmpdir(), "downhill-test-"));

/**
 * Serves folders on loopback, by the beginnings of their paths.
 * @param {Record<string, string>} folders
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function served(folders) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    const [begins, folder] = Object.entries(folders).find(([begins]) => path.startsWith(begins)) ?? ["", ""];
    const file = join(folder, path.slice(begins.length));
    const found = folder ? await stat(file).catch(() => null) : null;
    if (!found?.isFile()) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-length": found.size });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const bound = server.address();
  return { address: `http://127.0.0.1:${bound && typeof bound === "object" ? bound.port : 0}/`, close: () => server.close() };
}

/** A test with folders served for it alone; they are its home, and any request elsewhere is a complaint. @param {() => Promise<Record<string, string>>} folders */
export const testWith = (folders) => base.extend(
  /** @type {import("@playwright/test").Fixtures<{}, { home: string }, import("./fixtures.js").Fixtures & import("@playwright/test").PlaywrightTestArgs & import("@playwright/test").PlaywrightTestOptions, import("@playwright/test").PlaywrightWorkerArgs>} */ ({
    home: [async ({}, use) => {
      const { address, close } = await served(await folders());
      await use(address);
      close();
    }, { scope: "worker" }],
    baseURL: async ({ home }, use) => use(home),
  }),
);

export { expect };
