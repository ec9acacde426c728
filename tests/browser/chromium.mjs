// How Chromium is started in tests and benchmarks.
import { accessSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** @returns {string | undefined} the system's Chromium, unless `DOWNHILL_CHROMIUM` names another one */
function chromium() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(exists);
  return process.env.DOWNHILL_CHROMIUM ?? found;
}

/** @param {string} file */
function exists(file) {
  try {
    accessSync(file);
    return true;
  } catch {
    return false;
  }
}

/** No sandbox: it cannot be had as root or in most containers, and the tests open only our own pages. */
export const launchOptions = { executablePath: chromium(), args: ["--no-sandbox"] };
