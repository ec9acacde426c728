// The optimizers in Python: what each remembers, and how it makes the next point from `point` and `slopes`.

/** @typedef {{ memory?: string, update: string, needs?: string[] }} PythonUpdate `needs`: functions of Python's module math */

const PLAIN = "following = [p - learning_rate * g for p, g in zip(point, slopes)]";

/** @type {Record<string, PythonUpdate>} */
const UPDATES = {
  gradientDescent: { update: PLAIN },
  momentum: {
    memory: "velocity = [0.0 for _ in start]",
    update: `velocity = [momentum * v + g for v, g in zip(velocity, slopes)]
following = [p - learning_rate * v for p, v in zip(point, velocity)]`,
  },
  nesterov: {
    memory: "velocity = [0.0 for _ in start]",
    update: `velocity = [momentum * v + g for v, g in zip(velocity, slopes)]
following = [p - learning_rate * (g + momentum * v) for p, g, v in zip(point, slopes, velocity)]`,
  },
  adagrad: {
    memory: "squares = [0.0 for _ in start]",
    update: `squares = [s + g * g for s, g in zip(squares, slopes)]
scaled = [g / (sqrt(s) + epsilon) if g else 0.0 for g, s in zip(slopes, squares)]
following = [p - learning_rate * d for p, d in zip(point, scaled)]`,
    needs: ["sqrt"],
  },
  rmsprop: {
    memory: "squares = [0.0 for _ in start]",
    update: `squares = [decay * s + (1 - decay) * g * g for s, g in zip(squares, slopes)]
scaled = [g / (sqrt(s) + epsilon) if g else 0.0 for g, s in zip(slopes, squares)]
following = [p - learning_rate * d for p, d in zip(point, scaled)]`,
    needs: ["sqrt"],
  },
  adam: {
    memory: `means = [0.0 for _ in start]
squares = [0.0 for _ in start]`,
    update: `means = [m + (1 - beta1) * (g - m) for m, g in zip(means, slopes)]
squares = [beta2 * s + (1 - beta2) * g * g for s, g in zip(squares, slopes)]
mean_hats = [m / (1 - beta1**step) for m in means]
square_hats = [s / (1 - beta2**step) for s in squares]
scaled = [m / (sqrt(s) + epsilon) if m else 0.0 for m, s in zip(mean_hats, square_hats)]
following = [p - learning_rate * d for p, d in zip(point, scaled)]`,
    needs: ["sqrt"],
  },
};

/** Newton's method with one parameter and with two: the Hessian is inverted by hand. */
const NEWTON = [
  `((curvature,),) = hessian(*point)
if curvature == 0:
    print("{flat}")
    break
following = [point[0] - learning_rate * slopes[0] / curvature]`,
  `(xx, xy), (yx, yy) = hessian(*point)
determinant = xx * yy - xy * yx
if determinant == 0:
    print("{flat}")
    break
solved = [
    (yy * slopes[0] - xy * slopes[1]) / determinant,
    (xx * slopes[1] - yx * slopes[0]) / determinant,
]
following = [p - learning_rate * s for p, s in zip(point, solved)]`,
];

/** A gradient descent whose steps get shorter. */
const DECAYING = `rate = learning_rate / (1 + learning_rate_decay * (step - 1))
following = [p - rate * g for p, g in zip(point, slopes)]`;

/**
 * @param {import("../downhill.js").Optimizer} optimizer
 * @param {number} dimension
 * @param {string} flat what is said where Newton's method cannot go on
 * @returns {PythonUpdate}
 */
export function updateOf(optimizer, dimension, flat) {
  if (optimizer.name === "newton") return { update: (NEWTON[dimension - 1] ?? "").replace("{flat}", flat) };
  if (optimizer.name === "gradientDescent" && optimizer["learningRateDecay"]) return { update: DECAYING };
  return /** @type {PythonUpdate} */ (UPDATES[optimizer.name]);
}
