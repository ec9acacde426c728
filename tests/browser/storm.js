// A storm over a page: loads the scripts that make it, adds real input from outside, and says whether the page still answers.
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { expect } from "@playwright/test";
import { Random } from "./storm/random.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./scene.js").SceneElement} SceneElement */
/** @typedef {{ made: number, last: string[], faults: string[], longestTask: number, slowest: string }} Report */

/** Events between two looks from outside. */
const GUST = 1000;
/** Real input in each of these, through the browser instead of a script. */
const REAL = 20;
/** Longest that the page may be busy at one go, in milliseconds. */
export const LONGEST_TASK = 500;

const { outputFiles } = buildSync({ entryPoints: [fileURLToPath(new URL("./storm/page.js", import.meta.url))], bundle: true, write: false, format: "iife", target: "es2022" });
const script = outputFiles[0]?.text ?? "";

export class Storm {
  /** @param {Page} page @param {import("./storm/page.js").Forecast} forecast */
  constructor(page, forecast) {
    this.page = page;
    this.forecast = forecast;
    this.random = new Random(forecast.seed);
    this.real = 0;
    /** Pages that were opened in place of the first one. @type {string[]} */
    this.left = [];
  }

  /** Opens the page; whatever it navigates to from then on is a fault. @param {string} address @param {Record<string, string>} [stored] what the browser has kept from an earlier visit */
  async open(address, stored = {}) {
    const { page } = this;
    await page.addInitScript((stored) => {
      for (const [key, text] of Object.entries(stored)) localStorage.setItem(key, text);
    }, stored);
    await page.addInitScript(script);
    await page.goto(address);
    const home = page.url().replace(/#.*/, "");
    page.on("framenavigated", (frame) => {
      if (frame === page.mainFrame() && frame.url().replace(/#.*/, "") !== home) this.left.push(frame.url());
    });
    await page.evaluate(() => Object.assign(window, { here: true }));
  }

  /** Waits until so many figures of the page stand. @param {number} figures */
  async calm(figures) {
    await expect(this.page.locator("downhill-scene .scene[data-layout]")).toHaveCount(figures, { timeout: 30_000 });
    await this.page.waitForFunction(() => /** @type {any} */ (window).heard.some((/** @type {{ type: string }} */ { type }) => type === "ready"));
  }

  /** @param {number} count events in all */
  async rage(count) {
    const { forecast } = this;
    await this.page.evaluate((forecast) => /** @type {any} */ (window).storm.begin(forecast), forecast);
    for (let left = count; left > 0; left -= GUST) {
      const gust = Math.min(GUST, left);
      const real = forecast.kind === "anything" ? Math.min(REAL, gust) : 0;
      await this.blow(gust - real);
      for (let one = 0; one < real; one += 1) await this.#realInput();
    }
  }

  /** Goes on. @param {number} count */
  async blow(count) {
    await this.page.evaluate((count) => /** @type {any} */ (window).storm.blow(count), count);
  }

  /** Opens every scene anew. */
  async reopen() {
    await this.page.evaluate(() => /** @type {any} */ (window).storm.reopen());
  }

  /** What a hand, a keyboard or the system does, by way of the browser. */
  async #realInput() {
    const { page, random } = this;
    const { mouse, keyboard } = page;
    const place = () => /** @type {const} */ ([random.below(1280), random.below(800)]);
    this.real += 1;
    await random.weigh([
      [6, () => mouse.move(...place())], [4, () => mouse.click(...place())], [2, () => mouse.down()], [3, () => mouse.up()], [2, () => mouse.wheel(0, random.between(-900, 900))],
      [6, () => keyboard.press(random.pick(["Tab", "Shift+Tab", "ArrowLeft", "ArrowRight", "ArrowUp", "Home", "End", "Escape", "Space", "Enter", "Control+z", "Control+a"]))],
      [2, () => keyboard.insertText(random.pick(["7", "x", "-", ".", "é", "🎈"]))],
      [1, () => page.emulateMedia({ colorScheme: random.pick(["light", "dark"]), reducedMotion: random.pick(["reduce", "no-preference"]), contrast: random.pick(["more", "no-preference"]), forcedColors: random.pick(["active", "none", "none"]) })],
      [1, () => page.setViewportSize({ width: random.pick([320, 390, 768, 1280]), height: random.pick([400, 844, 800]) })],
    ])();
  }

  /** @returns {Promise<Report>} */
  report() {
    return this.page.evaluate(() => /** @type {any} */ (window).storm.report());
  }

  /** Fails with what the watch has seen, or if the page was left. */
  async expectNoDamage() {
    const { faults } = await this.report();
    expect([...faults, ...this.left.map((address) => `went to ${address}`)], "the storm did damage").toEqual([]);
    expect(await this.page.evaluate(() => "here" in window), "it is still the page that was opened").toBe(true);
  }

  /** Rages, and fails with any damage, or if the page does not answer afterwards or has complained. @param {number} count events in all @param {string[]} complaints */
  async pass(count, complaints) {
    await this.rage(count);
    await this.expectNoDamage();
    await this.expectAnswers();
    expect(complaints, "the page complains").toEqual([]);
  }

  /** Fails unless every scene, put back as it was opened, steps and shows its figures. */
  async expectAnswers() {
    /** @type {import("./storm/revive.js").Revived[]} */
    const revived = await this.page.evaluate(() => /** @type {any} */ (window).storm.revive());
    expect(revived).toEqual(revived.map(({ scene }) => ({ scene, finite: true, step: "1", blank: [] })));
    return revived.length;
  }
}

/** Whether a seed is to be run: all are, unless a failure is replayed by `DOWNHILL_STORM_SEED`. @param {number} seed */
export const asked = (seed) => [undefined, String(seed)].includes(process.env.DOWNHILL_STORM_SEED);

/** Counts over several storms, tells each and all, and after a failure what happened last and how to see it again. @param {string} what */
export function tally(what) {
  const total = { seeds: 0, events: 0, real: 0, longest: 0 };
  return {
    /** @param {Storm} storm @param {() => Promise<void>} course */
    async watched(storm, course) {
      const { seed } = storm.forecast;
      /** @type {Report | undefined} */
      let report;
      try {
        await course();
      } catch (reason) {
        report = await storm.report().catch(() => undefined);
        console.log(`seed ${seed}: again with DOWNHILL_STORM_SEED=${seed} npx playwright test storm markup --project alone --workers 1\nslowest: ${report?.slowest}\n${report?.last.join("\n")}`);
        throw reason;
      } finally {
        report ??= await storm.report().catch(() => undefined);
        total.seeds += 1;
        total.events += (report?.made ?? 0) + storm.real;
        total.real += storm.real;
        total.longest = Math.max(total.longest, report?.longestTask ?? 0);
        console.log(`seed ${seed}: ${report?.made} ${what} and ${storm.real} by real input, longest task ${report?.longestTask} ms, slowest event ${report?.slowest}`);
      }
    },
    tell: () => console.log(`${total.events} ${what} over ${total.seeds} seeds, ${total.real} of them real input; longest task ${total.longest} ms`),
  };
}
