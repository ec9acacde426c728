// What the parts of the map of starts pass to each other.

/** Where each start of a map ends, row by row from the top: the number of a minimum, 254 for elsewhere, 255 for flown off. */
export type BasinMap = {
  width: number;
  height: number;
  ends: Uint8Array;
  /** Milliseconds that the sketch took. */
  took: number;
  /** Whether no start is in doubt any more. */
  certain: boolean;
};
