// Makes a function of the core's glue: each call gives glue of its own, for one instance of the core. Called by `bundle.mjs`.
import { readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import * as esbuild from "esbuild";

/** How wasm-bindgen's glue ends: with two ways of loading, which the page does not use. It fetches and compiles by itself. */
const LOADING = "export { initSync, __wbg_init as default };";
/** In their place: what an instance imports, and how the glue takes one. */
const JOINING = "export { __wbg_get_imports as imports, __wbg_finalize_init as take };";

/**
 * Rewrites the glue in place, or says what is wrong and ends.
 * @param {string} file
 * @param {esbuild.BuildOptions} shared
 */
export async function glueAsFunction(file, shared) {
  const source = await readFile(file, "utf8");
  if (!source.includes(LOADING)) {
    console.error(`${file} does not end as expected: ${LOADING}`);
    process.exit(1);
  }
  const { outputFiles } = await esbuild.build({
    ...shared,
    stdin: { contents: source.replace(LOADING, JOINING), sourcefile: file, resolveDir: dirname(file) },
    outfile: file,
    outdir: undefined,
    write: false,
    format: "esm",
    // Handles are freed explicitly. A finalizer could free one in an instance that has come to its end.
    define: { FinalizationRegistry: "undefined" },
    // The ways of loading that are taken out would have asked for it.
    logOverride: { "empty-import-meta": "silent" },
  });
  // As a module it is smallest; what that exports comes last, and is what the function gives.
  const ending = /^(.*)export\{(.*?)\};?\s*$/s.exec(outputFiles[0].text);
  if (!ending) {
    console.error(`${file} does not end with what it exports.`);
    process.exit(1);
  }
  const [, body, list] = ending;
  const given = list.split(",").map((entry) => entry.split(" as ").reverse().join(":"));
  await writeFile(file, `export default()=>{${body}return{${given}}}\n`);
}
