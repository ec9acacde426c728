/** What became of a program. */
export interface Result {
  /** What it printed. */
  output: string;
  /** Whether more was printed than is kept. */
  cut: boolean;
  /** The points it went through, row by row. */
  trail: number[];
  dimension: 1 | 2;
  /** Its numbers by name. */
  values: Record<string, number>;
  error?: ProgramError;
  /** Why it did not come to its end, if it did not. */
  stopped?: "reader" | "deadline";
}

/** What a program failed with, told by Python. */
export interface ProgramError {
  kind: "error" | "input" | "exit" | "module" | "memory" | "crash";
  /** The traceback, by the lines of the program. */
  text: string;
  message: string;
  /** Counted from 1; 0 if it is not known. */
  line: number;
  /** What the error is about, if Python names it. */
  name: string;
}

/** How far a run is: fetching (with the share that has come, 0 to 1), starting Python, running. */
export interface Stage {
  stage: "fetching" | "starting" | "running";
  share: number;
}
