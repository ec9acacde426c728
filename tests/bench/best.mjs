// Other work on the machine only ever adds to a time: a row is judged by the best of some runs, and of more while that is beyond its budget.

/**
 * @template Run
 * @param {Run[]} runs what was measured so far; more is added
 * @param {{ least: number, most: number, budget: number, value: (run: Run) => number, more: () => Promise<Run> }} rule
 * @returns {Promise<number>}
 */
export async function best(runs, { least, most, budget, value, more }) {
  const lowest = () => Math.min(...runs.map(value));
  while (runs.length < least || (runs.length < most && lowest() > budget)) runs.push(await more());
  return lowest();
}
