// The yardstick of the map of starts, as one would write it: plain numbers, Himmelblau's gradient by hand, start by start.

const MINIMA = [[3, 2], [-2.805118, 3.131313], [-3.77931, -3.283186], [3.584428, -1.848127]];

/**
 * Where each of `side` × `side` starts over [−6, 6]² is after `steps` updates.
 * @param {number} side @param {number} steps @param {number} rate
 * @param {number} near a run that has come so near to a minimum is left alone; 0 follows every run to its last step
 */
export function basinLoop(side, steps, rate, near) {
  const ends = new Uint8Array(side * side);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      let x = -6 + (12 * (column + 0.5)) / side;
      let y = 6 - (12 * (row + 0.5)) / side;
      for (let step = 0; step < steps; step += 1) {
        const a = x * x + y - 11;
        const b = x + y * y - 7;
        x -= rate * (4 * x * a + 2 * b);
        y -= rate * (2 * a + 4 * y * b);
        if (near > 0 && step % 4 === 3 && minimumNear(x, y, near) < 4) break;
      }
      ends[row * side + column] = Number.isFinite(x + y) ? minimumNear(x, y, 0.5) : 255;
    }
  }
  return ends;
}

/** @param {number} x @param {number} y @param {number} radius */
function minimumNear(x, y, radius) {
  for (let index = 0; index < 4; index += 1) {
    const dx = x - MINIMA[index][0];
    const dy = y - MINIMA[index][1];
    if (dx * dx + dy * dy < radius * radius) return index;
  }
  return 254;
}
