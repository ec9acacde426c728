// A plain file server for `dist/`, as any static host is: `node server.mjs <port>`, or `serve()` from a script.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const here = (/** @type {string} */ folder) => fileURLToPath(new URL(folder, import.meta.url));

/** The built site; `DOWNHILL_SITE` names another copy of it. */
const SITE = process.env.DOWNHILL_SITE ?? here("../../dist/");

/** What else is served, by the beginning of its path: other people's pages, and the site once more in a folder of a larger one. */
const FOLDERS = { "/pages/": here("./pages/"), "/some/where/": SITE };

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/**
 * Serves the site on loopback.
 * @param {number} port 0 takes any free one
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function serve(port) {
  const server = createServer(async (request, response) => {
    const file = fileOf(new URL(request.url ?? "/", "http://localhost").pathname);
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-length": found.size,
      "cache-control": "no-cache",
      // So that pages of other hosts may embed scenes by the module.
      "access-control-allow-origin": "*",
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(undefined)));
  const bound = server.address();
  const number = bound && typeof bound === "object" ? bound.port : port;
  return { address: `http://127.0.0.1:${number}/`, close: () => server.close() };
}

/** @param {string} path */
function fileOf(path) {
  const whole = normalize(decodeURIComponent(path.endsWith("/") ? `${path}index.html` : path));
  const [begins, folder] = Object.entries(FOLDERS).find(([begins]) => whole.startsWith(begins)) ?? ["/", SITE];
  return join(folder, whole.slice(begins.length));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { address } = await serve(Number(process.argv[2] ?? 0));
  console.log(`The site is at ${address}`);
}
