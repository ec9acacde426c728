// The engine without any figure: the same descent with five learning rates, as a table.

import { ready, run, stability } from "https://downhill.example/downhill.js";

await ready();

const experiment = (learningRate) => ({
  loss: { name: "bowl" },
  optimizer: { name: "gradientDescent", learningRate },
  start: [5],
  steps: 200,
  stop: { gradientBelow: 1e-6 },
});

const { monotoneBelow, divergesAbove } = stability(experiment(0.1));
document.querySelector("#limits").textContent = `Straight down below ${monotoneBelow}, away above ${divergesAbove}.`;

for (const learningRate of [0.01, 0.1, 0.5, 0.9, 1.1]) {
  const { steps, outcome, losses } = run(experiment(learningRate));
  const row = document.querySelector("#rates").insertRow();
  for (const cell of [learningRate, steps, outcome, losses.at(-1).toExponential(2)]) row.insertCell().textContent = cell;
}
