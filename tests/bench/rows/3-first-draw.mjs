// What the main thread does until a scene is drawn for the first time, the core being there: the scene for which it does most.
import { scenes } from "../../browser/course.js";
import { best } from "../best.mjs";

const BUDGET = 100;

/** So many openings of a scene, and at most so many while it is beyond the budget. */
const OPENINGS = 6;
const MOST = 24;

/** @param {import("../run.mjs").Context} context @param {string} scene @returns {Promise<number>} milliseconds of the main thread */
async function firstDraw({ browser, address }, scene) {
  const page = await browser.newPage({ serviceWorkers: "block", viewport: { width: 1280, height: 800 } });
  // A plain file of the same origin: nothing else runs beside the scene.
  await page.goto(new URL("course.json", address).href);
  await page.evaluate(async () => {
    const module = await import(/** @type {any} */ ("/downhill.js"));
    await module.ready();
    document.body.replaceChildren();
  });
  const devtools = await page.context().newCDPSession(page);
  // Time of the thread itself, whatever else the processor does.
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN);
  };
  const before = await spent();
  await page.evaluate(opened, scene);
  const time = (await spent()) - before;
  await page.close();
  return time;
}

/** Runs in the page: opens a scene and waits for the frame in which it is drawn. @param {string} name */
async function opened(name) {
  const scene = document.createElement("downhill-scene");
  scene.setAttribute("scene", name);
  const ready = new Promise((resolve) => scene.addEventListener("downhill-ready", resolve, { once: true }));
  document.body.append(scene);
  await ready;
  for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** @type {import("../run.mjs").Row[]} */
export default [
  {
    what: "the first drawing of the dearest scene, on the main thread",
    unit: "ms",
    budget: BUDGET,
    measure: async (context) => {
      const times = [];
      for (const { id } of scenes) {
        const more = () => firstDraw(context, id);
        times.push(await best([], { least: OPENINGS, most: MOST, budget: BUDGET, value: (time) => time, more }));
      }
      return Math.max(...times);
    },
  },
];
