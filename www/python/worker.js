// The worker in which one program runs: it starts Python from what the page hands it, runs the program and falls silent.

import { startPython } from "./interpreter.js";

// Taken before a program can reach them.
const say = self.postMessage.bind(self);
const later = self.addEventListener.bind(self);

/** @type {Promise<(code: string, say: (text: string) => void) => object> | undefined} */
let python;

later("message", ({ data }) => {
  if (data.start) {
    python = startPython(data.start);
    python.then(() => say({ ready: true }), (reason) => say({ failed: String(reason) }));
  } else if (data.nonce) {
    void python?.then((run) => say({ nonce: data.nonce, result: resultOf(run, data) }));
  }
});

/** @param {(code: string, say: (text: string) => void) => object} run @param {{ nonce: string, code: string }} order */
function resultOf(run, { nonce, code }) {
  try {
    return run(code, (text) => say({ nonce, text }));
  } catch (reason) {
    // Python itself has broken: nothing more can be learned from it.
    return { error: { kind: "crash", text: "", message: String(reason).slice(0, 300), line: 0, name: "" } };
  }
}
