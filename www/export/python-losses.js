// The losses of the catalogue in Python: the one place where they are written in that language, each with its gradient by hand.

/**
 * `of`: the names of the parameters; `loss` and `gradient`: what the functions of these names consist of;
 * `helpers`: what stands before them; `arguments`: those of the gradient, if it has others. The settings of a loss are
 * variables under their own names.
 * @typedef {{ of: string[], loss: string, gradient: string, helpers?: string[], arguments?: string[] }} PythonLoss
 */

const X = ["x"];
const XY = ["x", "y"];
const THETA = ["theta"];

const SIGN = `def sign(value):
    return (value > 0) - (value < 0)`;

const BUMP = `def bump(x, y, a, b):
    return exp(-5 * ((x - a)**2 + (y - b)**2))`;

/** @type {Record<string, PythonLoss>} */
export const LOSSES = {
  bowl: { of: X, loss: "return x**2", gradient: "return [2 * x]" },
  shiftedBowl: { of: X, loss: "return (x - center)**2", gradient: "return [2 * (x - center)]" },
  quartic: { of: X, loss: "return 5 * x**4 - x**3 - 5 * x**2 + 2 * x - 9", gradient: "return [20 * x**3 - 3 * x**2 - 10 * x + 2]" },
  doubleWell: { of: X, loss: "return x**4 - 2 * x**2 + 0.3 * x", gradient: "return [4 * x**3 - 4 * x + 0.3]" },
  wavy: {
    of: X,
    loss: "return x * cos(0.15 * pi * x)",
    gradient: "return [cos(0.15 * pi * x) - 0.15 * pi * x * sin(0.15 * pi * x)]",
  },
  cosh: { of: X, loss: "return cosh(x / 2)", gradient: "return [sinh(x / 2) / 2]" },
  plateau: { of: X, loss: "return 1 - exp(-x**2)", gradient: "return [2 * x * exp(-x**2)]" },
  lopsided: { of: X, loss: "return exp(x) - x", gradient: "return [exp(x) - 1]" },
  absolute: { of: X, helpers: [SIGN], loss: "return abs(x)", gradient: "return [sign(x)]" },
  absoluteError: {
    of: THETA,
    helpers: [SIGN],
    loss: "return sum(abs(theta - m) for m in measurements)",
    gradient: "return [sum(sign(theta - m) for m in measurements)]",
  },
  squaredError: {
    of: THETA,
    loss: "return sum((theta - m)**2 for m in measurements)",
    gradient: "return [sum(2 * (theta - m) for m in measurements)]",
  },
  roundBowl: { of: XY, loss: "return x**2 + y**2", gradient: "return [2 * x, 2 * y]" },
  ellipse: { of: ["w1", "w2"], loss: "return w1**2 + steepness * w2**2", gradient: "return [2 * w1, 2 * steepness * w2]" },
  ravine: { of: XY, loss: "return a * x**2 + b * y**2", gradient: "return [2 * a * x, 2 * b * y]" },
  rosenbrock: {
    of: XY,
    loss: "return (1 - x)**2 + b * (y - x**2)**2",
    gradient: "return [-2 * (1 - x) - 4 * b * x * (y - x**2), 2 * b * (y - x**2)]",
  },
  banana: {
    of: XY,
    loss: "return (1 - x)**2 + 20 * (3 * y - x**2)**2",
    gradient: "return [-2 * (1 - x) - 80 * x * (3 * y - x**2), 120 * (3 * y - x**2)]",
  },
  himmelblau: {
    of: XY,
    loss: "return (x**2 + y - 11)**2 + (x + y**2 - 7)**2",
    gradient: `return [
    4 * x * (x**2 + y - 11) + 2 * (x + y**2 - 7),
    2 * (x**2 + y - 11) + 4 * y * (x + y**2 - 7),
]`,
  },
  twoWells: {
    of: XY,
    helpers: [BUMP],
    loss: "return x**2 + y**2 - 2 * bump(x, y, 1, 0) - 3 * bump(x, y, -1, 0)",
    gradient: `right, left = bump(x, y, 1, 0), bump(x, y, -1, 0)
return [
    2 * x + 20 * (x - 1) * right + 30 * (x + 1) * left,
    2 * y + 20 * y * right + 30 * y * left,
]`,
  },
  trigBowl: {
    of: XY,
    loss: "return 3 * sin(2 * x) * cos(2 * y) + x**2 + y**2",
    gradient: `return [
    6 * cos(2 * x) * cos(2 * y) + 2 * x,
    -6 * sin(2 * x) * sin(2 * y) + 2 * y,
]`,
  },
  saddle: { of: XY, loss: "return x**2 - y**2 + 0.05 * y**4", gradient: "return [2 * x, -2 * y + 0.2 * y**3]" },
  stall: { of: XY, loss: "return sin(x) + y**2", gradient: "return [cos(x), 2 * y]" },
  ripples: {
    of: XY,
    loss: `r = 10 * sqrt(x**2 + y**2) + 0.01
return 0.01 * r**2 - sin(r) / r`,
    gradient: `distance = sqrt(x**2 + y**2)
if distance == 0:
    return [0.0, 0.0]  # the tip of the cone
r = 10 * distance + 0.01
outwards = 0.02 * r - (cos(r) - sin(r) / r) / r
return [outwards * 10 * x / distance, outwards * 10 * y / distance]`,
  },
  rastrigin: {
    of: XY,
    loss: "return 20 + x**2 - 10 * cos(2 * pi * x) + y**2 - 10 * cos(2 * pi * y)",
    gradient: "return [2 * x + 20 * pi * sin(2 * pi * x), 2 * y + 20 * pi * sin(2 * pi * y)]",
  },
  hills: {
    of: XY,
    helpers: [BUMP],
    loss: `z = 1.4 * y
return x**2 + z**2 + 2 * bump(x, z, 1, 0) + 6 * bump(x, z, -1, 0) - 2 * bump(x, z, 1, -1)`,
    gradient: `z = 1.4 * y
right, left, hollow = bump(x, z, 1, 0), bump(x, z, -1, 0), bump(x, z, 1, -1)
return [
    2 * x - 20 * (x - 1) * right - 60 * (x + 1) * left + 20 * (x - 1) * hollow,
    1.4 * (2 * z - 20 * z * right - 60 * z * left + 20 * (z + 1) * hollow),
]`,
  },
};
