// Damages texts in the ways that storage, disks and curious hands do, the same way for the same seed.

/** Numbers from 0 to 1 (mulberry32). @param {number} seed @returns {() => number} */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SPLINTERS = ["null", "-1", "1e999", "[]", "{}", '"', "}", ",", "\\u0000", "\ud800", "__proto__", "9".repeat(30), "true", " ", "0", "constructor"];

/** @typedef {(text: string, random: () => number) => string} Mutation */

/** @param {string} text @param {() => number} random */
const place = (text, random) => Math.floor(random() * text.length);

/** @type {Mutation[]} */
const MUTATIONS = [
  // A character becomes another, goes, or comes twice.
  (text, random) => splice(text, place(text, random), 1, String.fromCharCode(32 + Math.floor(random() * 95))),
  (text, random) => splice(text, place(text, random), 1, ""),
  (text, random) => { const at = place(text, random); return splice(text, at, 0, text.charAt(at)); },
  // The end is missing, or a piece of the middle; something strange stands in it.
  (text, random) => text.slice(0, place(text, random)),
  (text, random) => splice(text, place(text, random), Math.floor(random() * 200), ""),
  (text, random) => splice(text, place(text, random), 0, SPLINTERS[Math.floor(random() * SPLINTERS.length)] ?? ""),
  // A number is another one, or no number.
  (text, random) => changed(text, /\d+(\.\d+)?/g, () => ["-5", "1e308", "null", '"7"', "0", "NaN", "99999999"][Math.floor(random() * 7)] ?? "", random),
  // A name is another one.
  (text, random) => changed(text, /"\w+":/g, () => ['"__proto__":', '"xp":', '"version":', '"state":', '"":'][Math.floor(random() * 5)] ?? "", random),
  // Two pieces change places, or everything comes twice.
  (text, random) => { const at = place(text, random); return text.slice(at) + text.slice(0, at); },
  (text) => text + text,
  // The text is something else altogether.
  (_, random) => SPLINTERS[Math.floor(random() * SPLINTERS.length)] ?? "",
];

/** Damages a text once to three times. @param {string} text @param {() => number} random */
export function mutated(text, random) {
  let damaged = text;
  for (let times = 1 + Math.floor(random() * 3); times > 0; times -= 1) {
    damaged = /** @type {Mutation} */ (MUTATIONS[Math.floor(random() * MUTATIONS.length)])(damaged, random);
  }
  return damaged;
}

/** @param {string} text @param {number} at @param {number} count @param {string} instead */
const splice = (text, at, count, instead) => text.slice(0, at) + instead + text.slice(at + count);

/** Changes one of the places that a pattern finds. @param {string} text @param {RegExp} pattern @param {() => string} instead @param {() => number} random */
function changed(text, pattern, instead, random) {
  const found = [...text.matchAll(pattern)];
  const one = found[Math.floor(random() * found.length)];
  return one ? splice(text, one.index, one[0].length, instead()) : text;
}
