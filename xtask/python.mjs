// Makes `python/` of the site in the folder given as argument: Pyodide, its trimmed library, the worker, and what each file must be.
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";

const [, , staging] = process.argv;
const folder = join(staging, "python");
const pyodide = dirname(createRequire(import.meta.url).resolve("pyodide/package.json"));
const json = async (file) => JSON.parse(await readFile(join(pyodide, file), "utf8"));
const { version } = await json("package.json");
const { info } = await json("pyodide-lock.json");

await mkdir(folder, { recursive: true });
const files = {
  "worker.js": await worker(),
  "python.wasm": await readFile(join(pyodide, "pyodide.asm.wasm")),
  "library.zip": await library(),
};
const rows = Object.entries(files).map(([name, bytes]) => ({
  name,
  bytes: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
}));
for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
await writeFile(join(folder, "manifest.json"), JSON.stringify({ pyodide: version, python: info.python, files: rows }));

/** The worker as one script: it is fetched once, checked, and starts any number of workers. */
async function worker() {
  const built = await esbuild.build({
    entryPoints: ["www/python/worker.js"],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "error",
    legalComments: "none",
    loader: { ".py": "text" },
    // What Pyodide asks for in Node.js only.
    external: ["node:*", "ws"],
    plugins: [{ name: "info", setup: giveInfo }],
  });
  return Buffer.from(built.outputFiles[0].contents);
}

/** The few lines that Pyodide wants to read in its list of packages, of which none is here. */
function giveInfo(build) {
  build.onResolve({ filter: /^pyodide-info$/ }, ({ path }) => ({ path, namespace: "info" }));
  build.onLoad({ filter: /.*/, namespace: "info" }, () => ({ contents: JSON.stringify({ info }), loader: "json" }));
}

/** The trimmed library; made once for each version of Pyodide and of the script that trims. */
async function library() {
  const script = await readFile(new URL("python/trim.py", import.meta.url), "utf8");
  const key = createHash("sha256").update(version).update(script).digest("hex").slice(0, 16);
  const kept = join("target", "python", `library-${key}.zip`);
  return readFile(kept).catch(async () => {
    const bytes = await trimmed(script);
    await mkdir(dirname(kept), { recursive: true });
    await writeFile(kept, bytes);
    return bytes;
  });
}

/** Python itself compiles its library. @param {string} script */
async function trimmed(script) {
  const { loadPyodide } = await import("pyodide");
  const python = await loadPyodide();
  const names = python.toPy({});
  python.runPython(script, { globals: names });
  const [major, minor] = info.python.split(".");
  return Buffer.from(names.get("trimmed")(`/lib/python${major}${minor}.zip`).toJs());
}
