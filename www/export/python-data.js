// The losses made of data in Python: a line b + w·x through samples, its loss and its gradient for all of them or for a batch.

/** @typedef {import("./python-losses.js").PythonLoss} PythonLoss */

const SIGN = `def sign(value):
    return (value > 0) - (value < 0)`;

const SOFTPLUS = `def softplus(z):
    return max(z, 0.0) + log1p(exp(-abs(z)))`;

const SIGMOID = `def sigmoid(z):
    return 1 / (1 + exp(-z)) if z > 0 else exp(z) / (1 + exp(z))`;

/** Per rule: what one sample adds to the loss and its slope by z = b + w·x, as Python. @type {Record<string, { term: string, slope: string, helpers: string[] }>} */
const RULES = {
  squared: { term: "(b + w * x - y)**2", slope: "2 * (b + w * x - y)", helpers: [] },
  absolute: { term: "abs(b + w * x - y)", slope: "sign(b + w * x - y)", helpers: [SIGN] },
  logistic: { term: "softplus(b + w * x) - y * (b + w * x)", slope: "sigmoid(b + w * x) - y", helpers: [SOFTPLUS, SIGMOID] },
  perceptron: { term: "(sign(b + w * x) - (2 * y - 1))**2", slope: "0.0", helpers: [SIGN] },
};

const STANDARDIZE = `mean = sum(x for x, y in data) / len(data)
spread = sqrt(sum((x - mean)**2 for x, y in data) / len(data)) or 1.0
data = [[(x - mean) / spread, y] for x, y in data]`;

/** Losses of this kind by name. */
export const DATA_LOSSES = ["regression", "logistic", "perceptron"];

/** @param {string} name @param {Record<string, unknown>} settings @returns {PythonLoss} */
export function dataLoss(name, settings) {
  const { term, slope, helpers } = /** @type {typeof RULES[string]} */ (RULES[name === "regression" ? String(settings["residual"]) : name]);
  const mean = settings["reduction"] === "mean";
  return {
    of: ["b", "w"],
    helpers: [...(settings["standardize"] ? [STANDARDIZE] : []), ...helpers],
    loss: `return sum(${term} for x, y in data)${mean ? " / len(data)" : ""}`,
    arguments: ["b", "w", "samples=data"],
    gradient: `slopes = [${slope} for x, y in samples]
share = ${mean ? "1" : "len(data)"} / len(samples)
return [share * sum(slopes), share * sum(s * x for s, (x, y) in zip(slopes, samples))]`,
  };
}
