// The reader's progress as a file to keep.

import { handOver } from "../shell/hand-over.js";
import { progress } from "./store.js";

/** Hands the file to the reader; gives its name. */
export function downloadProgress() {
  const name = `downhill-progress-${new Date().toISOString().slice(0, 10)}.json`;
  handOver(new Blob([progress.download()], { type: "application/json" }), name);
  return name;
}
