// What progress is made of: plain data, as it is saved, downloaded and merged.

/** A challenge that has been solved: the points it gave, and when. */
export type Solved = { readonly xp: number; readonly at: number };

/** What a reader has typed and not handed in. */
export type Draft = { readonly text: string; readonly at: number };

/** Where a recall card stands in its schedule; times in milliseconds since 1970, spans in days. */
export type CardState = {
  readonly due: number;
  readonly last: number;
  readonly stability: number;
  readonly difficulty: number;
  readonly scheduled: number;
  readonly steps: number;
  readonly reps: number;
  readonly lapses: number;
  readonly stage: number;
};

export type State = {
  /** Points so far; at least the sum of those of `solved`, and never less than they once were. */
  readonly xp: number;
  readonly solved: Readonly<Record<string, Solved>>;
  /** Challenges whose solution has been shown, and when first. */
  readonly shown: Readonly<Record<string, number>>;
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly cards: Readonly<Record<string, CardState>>;
};

/** What a saved text turned out to be. */
export type Found = { verdict: "good" | "damaged" | "newer" | "foreign"; state: State };

/** Why a file was not taken. */
export type Refusal = "empty" | "large" | "foreign" | "damaged" | "newer";
