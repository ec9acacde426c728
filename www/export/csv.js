// The iterates of all runs as comma-separated values, after RFC 4180: one row per step, every digit.

/** @typedef {{ name: string, points: Float64Array, losses: Float64Array, gradientNorms: Float64Array }} Rows */

/** @param {Rows[]} runs @param {{ run: string, step: string, loss: string, gradientNorm: string }} heads @param {string[]} names of the parameters */
export function csvOf(runs, heads, names) {
  const lines = [[heads.run, heads.step, ...names, heads.loss, heads.gradientNorm]];
  for (const { name, points, losses, gradientNorms } of runs) {
    losses.forEach((loss, step) => {
      const point = points.subarray(step * names.length, (step + 1) * names.length);
      lines.push([name, String(step), ...Array.from(point, digits), digits(loss), digits(gradientNorms[step] ?? NaN)]);
    });
  }
  return lines.map((line) => `${line.map(field).join(",")}\r\n`).join("");
}

/** Seventeen digits, from which every reader gets the same number back. @param {number} value */
const digits = (value) => (Number.isFinite(value) ? value.toPrecision(17) : "");

/** @param {string} text */
const field = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
