// What the service worker keeps for visits without a connection, and the worker itself. For `seal.mjs`.
import { writeFile } from "node:fs/promises";
import * as esbuild from "esbuild";

/** Python comes only to those who run it, and is kept then; the others are read by people and their tools. */
const NOT_KEPT = /^python\/|\.d\.ts$|\.md$/;
/** Scripts whose names say what is in them: what a browser has kept of them is right. */
const NAMED_AFTER_CONTENT = /-[A-Z0-9]{8}\.js$/;

/**
 * The files to keep, as Workbox wants to have them: with what they must be.
 * @param {Record<string, string>} files digests by name
 */
export function offlineFiles(files) {
  const kept = Object.entries(files).filter(([name]) => !NOT_KEPT.test(name));
  return kept.map(([url, integrity]) => ({ url, integrity, revision: NAMED_AFTER_CONTENT.test(url) ? null : integrity.slice(7, 19) }));
}

/** A worker that keeps nothing and ends what an earlier one keeps, so that whoever changes the site sees it. */
const NOTHING = `
  addEventListener("install", () => skipWaiting());
  addEventListener("activate", (event) => event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith("downhill-precache") && name.endsWith(registration.scope)) await caches.delete(name);
    await registration.unregister();
  })()));`;

/** @param {string} outfile @param {ReturnType<typeof offlineFiles>} files */
export async function writeServiceWorker(outfile, files) {
  // `cargo xtask serve` sets it.
  if (process.env.DOWNHILL_UNDER_WORK) return writeFile(outfile, NOTHING);
  await esbuild.build({
    entryPoints: ["xtask/service-worker.js"],
    outfile,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [{ name: "site-files", setup: (build) => giveFiles(build, files) }],
  });
}

/** @param {import("esbuild").PluginBuild} build @param {ReturnType<typeof offlineFiles>} files */
function giveFiles(build, files) {
  build.onResolve({ filter: /^site-files$/ }, ({ path }) => ({ path, namespace: "site" }));
  build.onLoad({ filter: /./, namespace: "site" }, () => ({ contents: JSON.stringify({ files }), loader: "json" }));
}
