// The programs of the scene as the build writes them into `code/programs.json`.

import type { Experiment } from "../shell/types.js";

/** Lines of one file, from the line `first` on, each with the name of its group or "". */
export type Piece = { file: string; first: number; lines: string[]; groups: string[] };

export type Recorded = { date: string; versions: string[]; output: string };

export type Program = {
  id: string;
  language: "python" | "rust";
  /** Names of the results that it prints. */
  prints: string[];
  pieces: Piece[];
  /** What it printed when it was recorded; the page computes the others. */
  recorded?: Recorded;
};

/** A result: the ends of one run from each of the starts, shown with so many decimals. */
export type Result = { id: string; starts: number[]; digits: number };

export type Code = { groups: string[]; experiment: Experiment; results: Result[]; programs: Program[] };

/** Consecutive lines of one group: something to point at. */
export type Patch = { group: string; program: string; place: string; element: HTMLElement };
