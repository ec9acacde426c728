// A plain file server for `dist/`, as any static host is: `node server.mjs <port>`, or `serve()` from a script.
// It sends the site's policy as a header, beside the one that stands in the pages.
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const here = (/** @type {string} */ folder) => fileURLToPath(new URL(folder, import.meta.url));

/** The built site; `DOWNHILL_SITE` names another copy of it. */
export const SITE = process.env.DOWNHILL_SITE ?? here("../../dist/");

/** Where the site may be as other people's pages see it: on any port of this machine. */
const PORTS = "http://127.0.0.1:*";

/** The policy of a page that lets the site in. @param {string} policy */
const hospitable = (policy) => `${policy.replaceAll("'self'", `'self' ${PORTS}`)}; frame-src ${PORTS}`;

/**
 * What is served, by the beginning of its path: other people's pages, the tests' own and the examples; the site once more in a folder of a
 * larger one; the site with its policy only as a header, and only in its pages; the site with a core that breaks; and the site itself.
 * @type {[begins: string, folder: string, sent: (policy: string) => string | undefined, text?: (text: string, site: string) => string][]}
 */
const FOLDERS = [
  ["/pages/", here("./pages/"), hospitable],
  ["/examples/", here("../../examples/"), hospitable, (text, site) => text.replaceAll("https://downhill.example/", site)],
  ["/some/where/", SITE, (policy) => policy],
  ["/by-header/", SITE, (policy) => policy, (page) => page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")],
  ["/by-meta/", SITE, () => undefined],
  ["/panics/", here("../../target/panics/site/"), () => undefined],
  ["/", SITE, (policy) => policy],
];

/** @type {Record<string, string>} */
export const TYPES = {
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
 * @param {string} [site] where the examples find the site, if not here
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function serve(port, site) {
  const server = createServer(async (request, response) => {
    const { file, sent, text } = placeOf(new URL(request.url ?? "/", "http://localhost").pathname);
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    const policy = sent(await publishedPolicy());
    response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
    response.setHeader("cache-control", "no-cache");
    // So that pages of other hosts may embed scenes by the module.
    response.setHeader("access-control-allow-origin", "*");
    if (policy) response.setHeader("content-security-policy", policy);
    if (text && [".html", ".js"].includes(extname(file))) {
      return void response.end(text(await readFile(file, "utf8"), site ?? `http://${request.headers.host}/`));
    }
    response.setHeader("content-length", found.size);
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(undefined)));
  const bound = server.address();
  const number = bound && typeof bound === "object" ? bound.port : port;
  return { address: `http://127.0.0.1:${number}/`, close: () => server.close() };
}

/** The policy as the site tells its hosts. @returns {Promise<string>} */
const publishedPolicy = async () => JSON.parse(await readFile(join(SITE, "integrity.json"), "utf8")).policy;

/** @param {string} path */
function placeOf(path) {
  const whole = normalize(decodeURIComponent(path.endsWith("/") ? `${path}index.html` : path));
  const [begins, folder, sent, text] = /** @type {typeof FOLDERS[number]} */ (FOLDERS.find(([begins]) => whole.startsWith(begins)));
  return { file: join(folder, whole.slice(begins.length)), sent, text };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { address } = await serve(Number(process.argv[2] ?? 0));
  console.log(`The site is at ${address}`);
}
