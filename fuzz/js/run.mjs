// Fuzzes a part of the page in Node.js: `node fuzz/js/run.mjs <target> <seconds> [seed]`. Inputs are texts: those that were kept,
// those with a few edits, and such as fast-check makes up out of the target's own pieces. It shrinks what fails.
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { arbitraryText } from "./texts.mjs";
import { targetOf } from "./targets.mjs";

/** The time that one input may take, in milliseconds, and how often a slow one is tried again. */
const LIMIT = 50;
const AGAIN = 3;
const CORPUS = fileURLToPath(new URL("../corpus/", import.meta.url));

const [, , name = "", seconds = "60", seed = String(Date.now() % 2 ** 31)] = process.argv;
const target = targetOf(name);

const folder = join(CORPUS, name);
const kept = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), "utf8")));
let runs = 0;

/** Goes through the target, and says so if it takes too long every time. @param {string} text */
async function within(text) {
  runs += 1;
  let fastest = Infinity;
  for (let round = 0; round <= AGAIN && fastest > LIMIT; round += 1) {
    const before = process.cpuUsage();
    await target.fuzz(text);
    const { user, system } = process.cpuUsage(before);
    fastest = Math.min(fastest, (user + system) / 1000);
  }
  if (fastest > LIMIT) throw new Error(`an input takes ${fastest} ms`);
}

const found = await fc.check(fc.asyncProperty(arbitraryText(kept, target.pieces), within), {
  seed: Number(seed),
  numRuns: Infinity,
  examples: kept.map((text) => [text]),
  interruptAfterTimeLimit: 1000 * Number(seconds),
  markInterruptAsFailure: false,
});
if (found.failed) {
  const text = found.counterexample?.[0] ?? "";
  await mkdir("target/fuzz/crashes", { recursive: true });
  await writeFile(`target/fuzz/crashes/${name}.txt`, text);
  console.error(found.errorInstance);
  console.error(`\n${name} broke a promise (seed ${seed}). Put this into fuzz/corpus/${name}/, under a name that says what was wrong:\n\n${JSON.stringify(text)}`);
  process.exitCode = 1;
} else {
  console.log(`${name}: ${runs} inputs, ${kept.length} of them kept ones, none of which broke a promise (seed ${seed})`);
}
