// Prints what the site weighs and costs beside its budgets; exit status 1 on a miss. Rows are in `rows/`.
import { execFileSync } from "node:child_process";
import { readdir } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { launchOptions } from "../browser/chromium.mjs";
import { serve } from "../browser/server.mjs";

/**
 * @typedef {object} Context
 * @property {boolean} check few repetitions: enough to hold a budget, too few to publish
 * @property {URL} dist the folder of the built site
 * @property {string} address where it is served
 * @property {import("@playwright/test").Browser} browser
 * @property {(example: string, ...args: string[]) => any} native what a Rust example, built for release, prints as JSON
 *
 * @typedef {object} Row
 * @property {string} what
 * @property {string} unit
 * @property {number} [budget] the most that is allowed; without one the row is only shown
 * @property {(context: Context) => number | Promise<number>} measure
 */

/** @returns {Promise<Row[]>} the rows of all files, in the order of the files' names */
async function allRows() {
  const folder = new URL("./rows/", import.meta.url);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".mjs")).sort();
  const modules = await Promise.all(files.map((file) => import(new URL(file, folder).href)));
  return modules.flatMap((module) => module.default);
}

/** @param {string} example @param {string[]} args */
function native(example, ...args) {
  const cargo = ["run", "--quiet", "--release", "--example", example, "--", ...args];
  return JSON.parse(execFileSync("cargo", cargo, { encoding: "utf8" }));
}

/** @param {number} value */
const shown = (value) => value.toLocaleString("en", { maximumSignificantDigits: 4 });

/** @param {Row} row @param {Context} context */
async function measured({ what, unit, budget, measure }, context) {
  const value = await measure(context);
  const limit = budget === undefined ? "–" : `≤ ${shown(budget)} ${unit}`;
  const ok = budget === undefined ? "–" : value <= budget ? "yes" : "NO";
  return { what, measured: `${shown(value)} ${unit}`, budget: limit, ok };
}

const server = await serve(0);
const browser = await chromium.launch(launchOptions);
try {
  const dist = new URL("../../dist/", import.meta.url);
  const context = { check: process.argv.includes("--check"), dist, address: server.address, browser, native };
  const table = [];
  for (const row of await allRows()) table.push(await measured(row, context));
  console.table(table);
  process.exitCode = table.some(({ ok }) => ok === "NO") ? 1 : 0;
} finally {
  await browser.close();
  server.close();
}
