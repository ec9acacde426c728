// A challenge's card as its reader meets it: the answer through its real controls, what is said, and its picture.
import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { PythonPane } from "./python-pane.js";

/** @typedef {{ id: string, kind: string }} Challenge a challenge of course.json; its other fields depend on its kind */
/** @typedef {import("@playwright/test").Locator} Locator */
/** @typedef {import("../../www/downhill.js").DownhillScene} SceneElement */

/** @type {Record<string, string>} */
export const words = JSON.parse(readFileSync(new URL("../../www/text/en/challenges.json", import.meta.url), "utf8"));

export class ChallengeCard {
  /** @param {Locator} within @param {Challenge} challenge */
  constructor(within, challenge) {
    this.challenge = challenge;
    this.card = within.locator(`article[data-challenge="${challenge.id}"]`);
    this.check = this.button("Check");
    this.verdict = this.card.locator(".verdict");
    this.state = this.card.locator(".state");
    this.canvas = this.card.locator(".picture canvas");
  }

  /** @param {string} name */
  button(name) {
    return this.card.getByRole("button", { name, exact: true });
  }

  /** The line of a program that is to be put in order. @param {number} line its place in the right program */
  line(line) {
    return this.card.locator(`.lines li[data-line="${line}"]`);
  }

  /** The order in which the lines stand. */
  async order() {
    return this.card.locator(".lines li").evaluateAll((lines) => lines.map((line) => Number(line.getAttribute("data-line"))));
  }

  /** Gives an answer and has it judged. @param {any} answer */
  async answer(answer) {
    await ANSWERS[this.challenge.kind]?.(this, answer);
    if (this.challenge.kind !== "python") await this.check.click();
  }

  /** Fails unless the last answer was wrong for this reason, and said so in the reason's own words. @param {string} reason */
  async expectWrong(reason) {
    await expect(this.verdict).toHaveAttribute("data-verdict", "wrong");
    await expect(this.verdict).toContainText(sentence(this.challenge.id, reason));
  }

  async expectSolved() {
    await expect(this.verdict).toHaveAttribute("data-verdict", "right");
    await expect(this.verdict).toContainText(plain(words[`${this.challenge.id}.solution`] ?? "?"));
  }

  /** A fingerprint of the picture, which is drawn when it is in view; empty while nothing is drawn. */
  async picture() {
    await this.canvas.scrollIntoViewIfNeeded();
    return this.canvas.evaluate(fingerprint);
  }
}

/** How each kind is answered with its controls. @type {Record<string, (card: ChallengeCard, answer: any) => Promise<void>>} */
const ANSWERS = {
  predict: fields,
  numeric: fields,
  fill: fields,
  fix: ({ card }, lines) => card.locator("textarea").fill(lines.join("\n")),
  choice: async (card, option) => {
    const name = plain(words[`${card.challenge.id}.option.${option}`] ?? "?");
    await card.card.locator(".option").filter({ hasText: name }).getByRole("radio").check();
  },
  reorder: async (card, order) => {
    for (const [place, line] of order.entries()) {
      while ((await card.order()).indexOf(line) > place) await card.line(line).locator("[data-way=up]").click();
    }
  },
  experiment: async (card, answer) => {
    const figure = card.card.locator("downhill-scene");
    await figure.locator(".scene").waitFor();
    await card.button("Set it as the challenge begins").click();
    await figure.evaluate((element, changes) => {
      const scene = /** @type {SceneElement} */ (element);
      scene.experiment = { .../** @type {any} */ (scene.experiment), ...changes };
    }, answer);
  },
  python: async (card, { output, trail, values }) => {
    const pane = new PythonPane(card.card.page(), card.card);
    await pane.opened();
    const lines = [`print(${JSON.stringify(output)}, end="")`, ...Object.entries(values).map(([name, value]) => `${name} = ${value}`), `trail = ${JSON.stringify(trail)}`];
    await pane.ran(lines.join("\n"));
  },
};

/** @param {ChallengeCard} card @param {string[]} texts */
async function fields({ card }, texts) {
  const inputs = card.locator(".answering input");
  for (const [index, text] of texts.entries()) await inputs.nth(index).fill(text);
}

/** The sentence of a reason, whatever its facts. @param {string} id @param {string} reason */
function sentence(id, reason) {
  const text = words[`${id}.reason.${reason}`] ?? words[`reason.${reason}`] ?? "?";
  const parts = plain(text).split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(parts.join(".*"));
}

/** @param {string} text */
const plain = (text) => text.replaceAll("`", "");

/** Runs in the page. @param {Element} element */
function fingerprint(element) {
  const canvas = /** @type {HTMLCanvasElement} */ (element);
  if (canvas.width === 0 || canvas.height === 0) return "";
  const copy = new OffscreenCanvas(canvas.width, canvas.height);
  const brush = /** @type {OffscreenCanvasRenderingContext2D} */ (copy.getContext("2d", { willReadFrequently: true }));
  brush.drawImage(canvas, 0, 0);
  const pixels = new Uint32Array(brush.getImageData(0, 0, copy.width, copy.height).data.buffer);
  const [first] = pixels;
  if (pixels.every((pixel) => pixel === first)) return "";
  return String(pixels.reduce((sum, pixel) => (Math.imul(sum, 31) + pixel) | 0, 0));
}
