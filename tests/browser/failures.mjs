// A reporter that writes down which tests failed and why, a line each, for the summary of `cargo xtask test`.
import { writeFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

/**
 * @typedef {import("@playwright/test/reporter").TestCase} TestCase
 * @typedef {import("@playwright/test/reporter").TestResult} TestResult
 */

export default class Failures {
  #file = process.env.DOWNHILL_FAILURES;
  /** @type {string[]} */
  #lines = [];

  /** @param {TestCase} test @param {TestResult} result */
  onTestEnd(test, result) {
    if (result.status === "passed" || result.status === "skipped") return;
    const where = `${test.location.file.split("/").at(-1)}:${test.location.line}`;
    this.#lines.push(`${test.parent.project()?.name}, ${where}, “${test.title}”: ${reason(result)}`);
  }

  onEnd() {
    if (this.#file && this.#lines.length) writeFileSync(this.#file, this.#lines.join("\n"));
  }
}

/** @param {TestResult} result */
function reason({ status, error }) {
  const message = stripVTControlCharacters(error?.message ?? status);
  return message.replaceAll(/\s+/g, " ").slice(0, 400);
}
