// What practice and Python weigh when a reader comes to them, beyond the lesson as it opens; and that Python waits for its first Run.
import { PythonPane } from "../../browser/python-pane.js";
import { askedForBy, brotli, gzip, watched } from "../weights.mjs";

/** @typedef {import("../run.mjs").Context} Context */

/** Python itself; the scripts round the editor are none of it. */
const PYTHON = /^python\//;

/** What a scene asks for beyond the lesson. @param {Context} context @param {string} scene */
async function beyondTheLesson(context, scene) {
  const [lesson, own] = [await askedForBy(context), await askedForBy(context, `?scene=${scene}`)];
  return [...own].filter((file) => !lesson.has(file));
}

/** The files of Python that are asked for before the first Run, and in all. @param {Context} context */
async function filesOfPython(context) {
  const { page, asked } = await watched(context);
  const ofPython = () => [...asked].filter((file) => PYTHON.test(file));
  await page.goto(`${context.address}?scene=python`, { waitUntil: "networkidle" });
  const pane = new PythonPane(page);
  await pane.opened();
  const before = ofPython();
  await pane.ran();
  await page.close();
  return { before, inAll: ofPython() };
}

/** @type {import("../run.mjs").Row[]} */
export default [
  {
    what: "practice when it is opened, beyond the lesson, brotli",
    unit: "KB",
    measure: async (context) => brotli(context, await beyondTheLesson(context, "practice")),
  },
  {
    what: "the scene of live Python when it is opened, beyond the lesson, brotli",
    unit: "KB",
    measure: async (context) => brotli(context, await beyondTheLesson(context, "python")),
  },
  {
    what: "of Python itself before its first Run",
    unit: "KB",
    budget: 0,
    measure: async (context) => gzip(context, (await filesOfPython(context)).before),
  },
  {
    what: "Python in all, with its first Run, gzip",
    unit: "KB",
    budget: 6500,
    measure: async (context) => gzip(context, (await filesOfPython(context)).inAll),
  },
];
