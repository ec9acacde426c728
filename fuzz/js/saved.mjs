// Saved progress as a browser may give it back: a text is opened, joined with another state in either order, and saved again.
import assert from "node:assert/strict";
import { LARGEST, fitting, seal, unseal } from "../../www/progress/envelope.js";
import { merge } from "../../www/progress/merge.js";
import { readState } from "../../www/progress/state.js";

/** @typedef {import("../../www/progress/types.js").State} State */

/** Somebody who has done a little of everything. */
const OTHER = readState({
  xp: 40,
  solved: { "one-update": { xp: 10, at: 1_790_000_000_000 }, uphill: { xp: 5, at: 3 } },
  shown: { uphill: 2 },
  drafts: { "one-update": { text: "4.6", at: 7 } },
  cards: { "update-rule": { due: 9, last: 8, stability: 2.3, difficulty: 2.1, scheduled: 2, steps: 0, reps: 3, lapses: 1, stage: 2 } },
});

export const pieces = [
  '"kind":"downhill progress"', '"version":', '"checksum":"', '"state":{', '"xp":', '"solved":{', '"shown":{', '"drafts":{', '"cards":{', '"one-update":', '"uphill":', '"text":"', '"at":',
  '"due":', '"last":', '"stability":', '"difficulty":', '"scheduled":', '"steps":', '"reps":', '"lapses":', '"stage":', '"__proto__":', '"constructor":', '"toString":',
  "{", "}", "[", "]", ",", ":", '"', "null", "true", "0", "1", "-1", "1e999", "65536", "8.64e15", "0.5", "\\u0000", "\\ud800", "\ud800", "é",
];

/** @param {string} text as it was found in the store, or in a file */
export function fuzz(text) {
  const { verdict, state } = unseal(text);
  assert.ok(["good", "damaged", "foreign", "newer"].includes(verdict));
  assert.deepEqual(readState(state), state, "what was accepted once is not accepted again");
  const kept = fitting(state);
  const sealed = seal(kept);
  assert.ok(new TextEncoder().encode(sealed).length <= LARGEST, "what is saved is too large");
  assert.deepEqual(unseal(sealed), { verdict: "good", state: kept });
  const [one, other] = [merge(state, OTHER), merge(OTHER, state)];
  assert.equal(seal(one), seal(other), "two states come to something else the other way round");
  assert.equal(seal(merge(one, one)), seal(one));
  assertNoLess(OTHER, one);
  assertNoLess(state, one);
  assert.deepEqual(Object.keys(Object.prototype), [], "every object has a new field");
}

/** @param {State} less @param {State} more */
function assertNoLess(less, more) {
  assert.ok(more.xp >= less.xp, "points are lost");
  // A state holds a hundred records of a kind, the first by name; only of those that stay something is said.
  for (const [id, { xp }] of Object.entries(less.solved)) assert.ok(!more.solved[id] || more.solved[id].xp >= xp);
  for (const [id, { reps }] of Object.entries(less.cards)) assert.ok(!more.cards[id] || more.cards[id].reps >= reps);
}
