// Shapes of the practice part: challenges as course.json describes them, answers, and the pieces of a card.

import type { Experiment } from "../downhill.js";
import type { Words } from "../shell/labels.js";

type Common = {
  id: string;
  section: string;
  xp: number;
  loss: Experiment["loss"];
  wrong: { answer: unknown; reason: string }[];
};

/** Values to be told: what the program leaves in a variable, to so many digits. */
export type Ask = { name: string; digits: number };

export type Predict = Common & { kind: "predict" | "numeric"; given?: string[]; program: string[]; asks: Ask[]; solution: string[] };
export type Fix = Common & { kind: "fix"; given?: string[]; program: string[]; broken: string[]; solution: string[] };
export type Fill = Common & { kind: "fill"; given?: string[]; program: string[]; template: string[]; solution: string[] };
export type Reorder = Common & { kind: "reorder"; given?: string[]; program: string[]; shown: number[]; solution: number[] };
export type Choice = Common & { kind: "choice"; options: string[]; solution: string };
export type Trial = Common & { kind: "experiment"; scene: string; preset?: string; experiment: Experiment; solution: Partial<Experiment> };
export type Live = Common & { kind: "python"; given?: string[]; program: string[]; starter: string; solution: unknown };

export type Challenge = Predict | Fix | Fill | Reorder | Choice | Trial | Live;

/** What a kind of challenge may use of its card. */
export type Bench = {
  words: Words;
  /** The sentence of a challenge, `<id>.<name>`. */
  own(name: string): string;
  /** The answer is no longer what it was. */
  changed(): void;
  /** The reader is done and wants it judged. */
  check(): void;
  /** The element that the card is shown in; its place in the page is known once it is connected. */
  host(): Element | null;
};

/** The part of a card in which a challenge is answered. */
export type Answering = {
  element: HTMLElement;
  /** The answer as it stands; undefined while there is none to judge. */
  read(): unknown;
  /** Puts an answer back that was kept; anything else than an answer of this kind is left out. */
  write(answer: unknown): void;
  /** Its answers come from runs, which are judged when they end; nothing is to be checked besides. */
  runs?: boolean;
  /** As it was given. */
  reset(): void;
  /** The right answer, for the reader to look at. */
  solution(): Node;
  /** Where the reader goes on after a wrong answer. */
  focus(): void;
  /** The reader's answer in a few words, if it can be quoted. */
  quote?(): string;
  /** The theme or the language round it has changed. */
  restyle?(): void;
  /** The card stands in the page. */
  start?(): void;
  dispose?(): void;
};
