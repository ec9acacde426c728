// Texts as fuzzers make them up: kept ones with a few edits, pieces in any order, JSON, and anything at all.
import fc from "fast-check";

/** @param {readonly string[]} kept @param {readonly string[]} pieces @returns {fc.Arbitrary<string>} */
export function arbitraryText(kept, pieces) {
  const piece = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: "binary", maxLength: 8 }), fc.double().map(String));
  const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), gone: fc.nat(12), come: piece });
  const edited = fc.tuple(fc.constantFrom(...kept), fc.array(edit, { minLength: 1, maxLength: 6 })).map(([text, edits]) => edits.reduce(withEdit, text));
  const spliced = fc.tuple(fc.constantFrom(...kept), fc.constantFrom(...kept), fc.double({ min: 0, max: 1, noNaN: true })).map(([one, other, at]) => one.slice(0, at * one.length) + other.slice(at * other.length));
  return fc.oneof(
    { weight: 6, arbitrary: edited },
    { weight: 2, arbitrary: fc.array(piece, { maxLength: 30 }).map((all) => all.join("")) },
    { weight: 1, arbitrary: spliced },
    { weight: 1, arbitrary: fc.json({ maxDepth: 6 }) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 3000 }) },
  );
}

/** @param {string} text @param {{ at: number, gone: number, come: string }} edit */
function withEdit(text, { at, gone, come }) {
  const place = Math.floor(at * text.length);
  return text.slice(0, place) + come + text.slice(place + gone);
}
