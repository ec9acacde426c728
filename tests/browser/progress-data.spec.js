// Progress without a page: what is saved, merged, damaged, newer, too much, and what tabs tell each other.
import { expect, test } from "@playwright/test";
import { LARGEST, seal, unseal } from "../../www/progress/envelope.js";
import { merge } from "../../www/progress/merge.js";
import { EMPTY, readState } from "../../www/progress/state.js";
import { Progress } from "../../www/progress/progress.js";
import { Keeper } from "../../www/shell/storage.js";
import { MAIN, Machine } from "./machine.js";
import { mutated, seeded } from "./mutations.js";

/** @typedef {import("../../www/progress/types.js").State} State */

const CARD = { due: 1_790_086_400_000, last: 1_790_000_000_000, stability: 2.3065, difficulty: 2.118, scheduled: 2, steps: 0, reps: 3, lapses: 1, stage: 2 };

/** A reader somewhere in the lesson. @param {() => number} random from 0 to 1 @returns {State} */
function someState(random) {
  const some = (/** @type {(k: number) => unknown} */ make) => Object.fromEntries(Array.from({ length: Math.floor(random() * 8) }, (_, k) => [`item-${Math.floor(random() * 30)}`, make(k)]));
  return readState({
    xp: Math.floor(random() * 400),
    solved: some(() => ({ xp: Math.floor(random() * 40), at: Math.floor(random() * 1e12) })),
    shown: some(() => Math.floor(random() * 1e12)),
    drafts: some((k) => ({ text: `x = x - ${k} * "é\\n🎈"`, at: Math.floor(random() * 1e12) })),
    cards: some((k) => ({ ...CARD, reps: k, stability: random() * 100 })),
  });
}

/** Fails unless nothing of the first state is less in the second. Asked so often that `expect` would take minutes. @param {State} less @param {State} more */
function expectNoLess(less, more) {
  const kept = more.xp >= less.xp
    && Object.entries(less.solved).every(([id, { xp }]) => Number(more.solved[id]?.xp) >= xp)
    && Object.keys(less.shown).every((id) => Object.hasOwn(more.shown, id))
    && Object.entries(less.cards).every(([id, { reps }]) => Number(more.cards[id]?.reps) >= reps);
  if (!kept) expect(more, "something is less than it was").toEqual(less);
}

/** Fails unless a text is the one expected. @param {string | undefined} text @param {string} expected */
function expectText(text, expected) {
  if (text !== expected) expect(text).toBe(expected);
}

test.describe("progress as data", { tag: "@desktop" }, () => {
  test("ten thousand damaged texts: the page always starts, XP is never less, the first damaged text is put aside", () => {
    test.slow();
    const random = seeded(20_240_611);
    let damaged = 0;
    for (let round = 0; round < 10_000; round += 1) {
      const state = someState(random);
      const [good, bad] = [seal(state), mutated(seal(state), random)];
      // Alone, with the second copy, and under the eyes of a tab that knows better.
      const alone = new Machine({ [MAIN]: bad });
      const tab = alone.tab();
      const before = tab.state;
      expectText(seal(readState(before)), seal(before));
      tab.solve("one-update", 10);
      tab.keep("one-update", "4.6");
      tab.save();
      expectNoLess(before, tab.state);
      const { verdict } = unseal(bad);
      if (verdict === "damaged" || verdict === "foreign") {
        damaged += 1;
        expectText(alone.texts.get("downhill.progress.damaged"), bad);
      }
      if (verdict === "newer") expectText(alone.texts.get(MAIN), bad);
      else expectNoLess(tab.state, alone.tab().state);

      expectNoLess(state, new Machine({ [MAIN]: bad, "downhill.progress.copy": good }).tab().state);

      const two = new Machine({ [MAIN]: good });
      const watching = two.tab();
      two.area(two.keeper()).setItem(MAIN, bad);
      two.settle();
      expectNoLess(state, watching.state);
    }
    expect(damaged, "most of the texts really are damaged").toBeGreaterThan(7000);
  });

  test("merging is the same both ways and in any order, adds nothing to itself, and nothing gets less", () => {
    const random = seeded(7);
    for (let round = 0; round < 500; round += 1) {
      const [a, b, c] = [someState(random), someState(random), someState(random)];
      const ab = merge(a, b);
      expectText(seal(merge(b, a)), seal(ab));
      expectText(seal(merge(ab, ab)), seal(ab));
      expectText(seal(merge(merge(a, b), c)), seal(merge(a, merge(b, c))));
      expectNoLess(a, ab);
      expectNoLess(b, ab);
    }
  });

  test("what is sealed is read again as it was", () => {
    const random = seeded(3);
    for (let round = 0; round < 500; round += 1) {
      const state = someState(random);
      expect(unseal(seal(state))).toEqual({ verdict: "good", state });
    }
  });

  test("a bad record is dropped and not the whole; numbers are drawn into their bounds", () => {
    const read = readState({
      xp: 1e9,
      solved: { good: { xp: 10, at: 5 }, none: "10", huge: { xp: 1e300, at: -4 }, "": { xp: 1, at: 1 }, __proto__: { xp: 3, at: 3 } },
      shown: { good: 5, bad: "yesterday" },
      drafts: { good: { text: "x", at: 1 }, bad: { text: 7, at: 1 }, long: { text: "x".repeat(20_001), at: 1 } },
      cards: { good: CARD, bad: { ...CARD, stability: "much" } },
    });
    expect(read.xp).toBe(65_535);
    expect(read.solved).toEqual({ good: { xp: 10, at: 5 }, huge: { xp: 1000, at: 0 } });
    expect([read.shown, Object.keys(read.drafts), Object.keys(read.cards)]).toEqual([{ good: 5 }, ["good"], ["good"]]);
    for (const nonsense of [null, 7, "text", [], [[]], { solved: [] }, { xp: "10" }]) expect(readState(nonsense)).toEqual(EMPTY);
  });

  test("points that somebody has typed into the saved text do not count", () => {
    const text = seal(readState({ solved: { "one-update": { xp: 10, at: 1 } } })).replace('"xp":10,"solved"', '"xp":9999,"solved"');
    expect(unseal(text)).toMatchObject({ verdict: "damaged", state: { xp: 10 } });
  });

  test("what an older page has saved is carried over step by step", () => {
    const old = seal(/** @type {any} */ ({ points: 40 }), 1);
    const steps = { 1: (/** @type {any} */ { points }) => ({ score: points }), 2: (/** @type {any} */ { score }) => ({ xp: score }) };
    expect(unseal(old, 3, steps)).toMatchObject({ verdict: "good", state: { xp: 40 } });
  });

  test("a newer page's text is never written over; the page goes on in memory and says so", () => {
    const newer = seal(/** @type {any} */ ({ xp: 50, solved: { later: { xp: 50, at: 1, stars: 3 } }, medals: [] }), 9);
    const machine = new Machine({ [MAIN]: newer });
    const tab = machine.tab();
    expect([tab.kept, tab.keeping, tab.state.xp]).toEqual([false, "newer", 50]);
    tab.solve("one-update", 10);
    tab.keep("one-update", "4.6");
    tab.save();
    expect(tab.state.xp).toBe(60);
    expect(machine.texts.get(MAIN)).toBe(newer);
    // One that is open when the newer page saves stops writing, too.
    const open = new Machine();
    const older = open.tab();
    older.solve("one-update", 10);
    open.area(open.keeper()).setItem(MAIN, newer);
    older.solve("another", 10);
    expect([older.keeping, open.texts.get(MAIN)]).toEqual(["newer", newer]);
  });

  test("tabs that work at the same time end with the same progress, and nothing of either is lost", () => {
    const random = seeded(11);
    for (let round = 0; round < 100; round += 1) {
      const machine = new Machine();
      const tabs = [machine.tab(), machine.tab(), machine.tab()];
      /** @type {Set<string>} */
      const solved = new Set();
      for (let act = 0; act < 30; act += 1) {
        const tab = /** @type {Progress} */ (tabs[Math.floor(random() * 3)]);
        const id = `item-${Math.floor(random() * 20)}`;
        const before = tabs.map(({ state }) => state);
        if (random() < 0.5) {
          tab.solve(id, 10);
          solved.add(id);
        } else if (random() < 0.5) tab.keep(id, String(random()));
        else machine.settle();
        before.forEach((state, k) => expectNoLess(state, /** @type {Progress} */ (tabs[k]).state));
      }
      for (const tab of tabs) tab.flush();
      machine.settle();
      const [first, ...others] = tabs.map(({ state }) => seal(state));
      for (const other of others) expect(other).toBe(first);
      expect(machine.texts.get(MAIN)).toBe(first);
      expect(tabs[0]?.state.xp).toBe(10 * solved.size);
    }
  });

  test("erasing forgets in every tab, and nothing brings it back", () => {
    const machine = new Machine({ "downhill.progress.damaged": "?" });
    const [one, other] = [machine.tab(), machine.tab()];
    one.solve("one-update", 10);
    machine.settle();
    other.keep("one-update", "4.6");
    one.erase();
    machine.settle();
    other.flush();
    expect([one.state, other.state]).toEqual([EMPTY, EMPTY]);
    expect([...machine.texts.keys()].filter((key) => key.includes("progress"))).toEqual([]);
  });

  test("where storage is blocked or full, the page goes on in memory and says so", () => {
    const blocked = [
      new Keeper(() => { throw new Error("SecurityError"); }),
      new Keeper(() => null),
      new Keeper(() => ({ getItem() { throw new Error("later"); }, setItem() {}, removeItem() {} })),
    ];
    for (const keeper of blocked) {
      keeper.watch = () => {};
      const tab = new Progress(keeper);
      expect(tab.solve("one-update", 10)).toBe(true);
      expect([tab.kept, tab.keeping, tab.state.xp]).toEqual([false, "blocked", 10]);
      expect(keeper.recall("progress"), "other parts of the page still find it").toBe(seal(tab.state));
    }
    const machine = new Machine({ other: "x".repeat(1000) });
    machine.room = 1000;
    const tab = machine.tab();
    let told = 0;
    tab.listen(() => (told += 1));
    expect(tab.keeping).toBe("full");
    tab.solve("one-update", 10);
    expect([tab.keeping, tab.state.xp]).toEqual(["full", 10]);
    machine.texts.delete("other");
    tab.solve("another", 10);
    expect(tab.keeping, "as soon as there is room it is kept").toBe("kept");
    expect(machine.tab().state.xp).toBe(20);
    expect(told).toBeGreaterThan(2);
  });

  test("too many drafts: the oldest are dropped, points and cards stay, and what is saved stays small", () => {
    const machine = new Machine();
    const tab = machine.tab();
    tab.solve("one-update", 10);
    for (let k = 0; k < 60; k += 1) tab.keep(`draft-${k}`, `${k}:`.padEnd(1900, "é"));
    tab.save();
    expect(new TextEncoder().encode(machine.texts.get(MAIN)).length).toBeLessThanOrEqual(LARGEST);
    expect([tab.state.xp, tab.draft("draft-0"), tab.draft("draft-59")?.slice(0, 3)]).toEqual([10, undefined, "59:"]);
    tab.keep("draft-59", "x".repeat(20_001));
    expect(tab.draft("draft-59")?.slice(0, 3), "a text that is too long is not kept").toBe("59:");
  });

  test("a file of progress is taken back; files of other kinds are refused, each for its reason", () => {
    const from = new Machine().tab();
    from.solve("one-update", 10);
    from.card("update-rule", CARD);
    const file = from.download();
    const to = new Machine().tab();
    to.solve("another", 5);
    expect(to.restore(file)).toBeUndefined();
    expect([to.state.xp, to.card("update-rule")]).toEqual([15, CARD]);
    const before = to.state;
    /** @type {[string, string][]} */
    const wrong = [["", "empty"], [" \n", "empty"], ["x".repeat(50_001), "large"], ["PNG", "foreign"], ["[]", "foreign"], ['{"version":1}', "foreign"], [file.replace(":10", ":99"), "damaged"], [seal(from.state, 2), "newer"]];
    for (const [text, reason] of wrong) expect(to.restore(text), text.slice(0, 20)).toBe(reason);
    expect(to.state).toBe(before);
  });
});
