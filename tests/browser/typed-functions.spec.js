// Functions typed in the playground: computed as written, answered with a position where they are wrong.
import { expect, test } from "./fixtures.js";

/** @typedef {import("./scene.js").Scene} Scene */

const NAME = "Your function of x, or of x and y";

/** The playground with the field for a function open. @param {(id: string) => Promise<Scene>} open */
async function withField(open) {
  const scene = await open("playground");
  await scene.root.getByRole("combobox", { name: "Loss function" }).selectOption({ label: "Your own function …" });
  await expect(scene.field(NAME)).toBeVisible();
  return scene;
}

test("a function of two parameters brings surface and contours, one of a single parameter its curve", async ({ open }) => {
  const scene = await withField(open);
  await scene.type(scene.field(NAME), "x^2 + 3*y^2");
  expect((await scene.experiment()).loss).toEqual({ expression: "x^2 + 3*y^2" });
  for (const kind of ["surface", "contour"]) await expect(scene.stage(kind)).toBeVisible();
  await expect(scene.stage("curve")).toBeHidden();
  await expect(scene.legend).toHaveText([/crawls/, /settles up to 0\.167$/, /zigzags up to 0\.333$/, /diverges above 0\.333$/]);

  await scene.type(scene.field(NAME), "(x-3)^2");
  expect((await scene.experiment()).loss).toEqual({ expression: "(x-3)^2" });
  await expect(scene.stage("curve")).toBeVisible();
  for (const kind of ["surface", "contour"]) await expect(scene.stage(kind)).toBeHidden();
  await expect(scene.legend.last()).toHaveText(/diverges above 1$/);
  await scene.type(scene.field("x"), "8");
  await scene.type(scene.exactRate, "0.1");
  await scene.scrubber.fill("1");
  await scene.settled();
  expect(await scene.readouts()).toMatchObject({ x: "7.0000", loss: "16.0000", slope: "8.0000" });
});

test("mathematics is read as it is written: precedence, implied products, pasted signs", { tag: "@desktop" }, async ({ open }) => {
  const scene = await withField(open);
  await scene.type(scene.field(NAME), "x");
  await scene.type(scene.field("x"), "2");
  for (const [text, loss] of /** @type {[string, number][]} */ ([
    ["-x^2", -4],
    ["2^x^2", 16],
    ["2x", 4],
    ["3 sin(pi x / 4)", 3],
    ["x² − 3·x", -2],
    ["|x - 5| + abs(-1)", 4],
    ["x**3 / 4", 2],
    ["max(x, 7) + min(x, 1)", 8],
    ["ln(e^x) + sqrt(x^2)", 4],
  ])) {
    await scene.type(scene.field(NAME), text);
    await scene.scrubber.fill("0");
    await expect.poll(async () => (await scene.lastHeard("step")).loss, text).toBeCloseTo(loss, 12);
    await expect(scene.field(NAME)).not.toHaveAttribute("aria-invalid", "true");
  }
});

test("a malformed function is answered with where and what, and the last good one stays", async ({ open }) => {
  const scene = await withField(open);
  await scene.type(scene.field(NAME), "x^2 + 3*y^2");
  const good = await scene.experiment();
  for (const [text, position] of /** @type {[string, number][]} */ ([
    ["x^2 +", 6],
    ["(x + y", 7],
    ["x + * y", 5],
    ["sin x", 5],
    ["x $ y", 3],
    ["foo(x)", 1],
    ["|x + y", 7],
    ["min(x)", 6],
    ["x + w1", 5],
  ])) {
    await scene.type(scene.field(NAME), text);
    await expect(scene.field(NAME), text).toHaveAttribute("aria-invalid", "true");
    await expect(scene.field(NAME), text).toHaveAccessibleDescription(new RegExp(`^“.*” cannot be used here\\. At character ${position}, .+\\.$`));
    expect(await scene.experiment(), text).toEqual(good);
  }
  for (const text of ["", "7", "1e400", "x".repeat(10_000), "(".repeat(5_000), "x+".repeat(5_000), "<img src=x onerror=alert(1)>"]) {
    await scene.type(scene.field(NAME), text);
    await expect(scene.field(NAME), text.slice(0, 20)).toHaveAttribute("aria-invalid", "true");
    await expect(scene.field(NAME)).toHaveAccessibleDescription(/(cannot be used|Nothing is written) here\. .+\.$/);
    expect(await scene.experiment(), text.slice(0, 20)).toEqual(good);
  }
  await expect(scene.root.locator("img")).toHaveCount(0);
  await scene.type(scene.field(NAME), "x^2 + y^2");
  await expect(scene.field(NAME)).not.toHaveAttribute("aria-invalid", "true");
  expect((await scene.experiment()).loss).toEqual({ expression: "x^2 + y^2" });
});

test("functions with holes, poles and cliffs are drawn and run without a word from the console", { tag: "@desktop" }, async ({ open }) => {
  const scene = await withField(open);
  for (const text of ["1/x", "ln(x)", "sqrt(x)", "tan(x)", "x^x", "exp(exp(x))", "1/(x^2 + y^2)", "ln(x) + ln(y)", "0*x", "1e300*x^2", "1e-300*x", "abs(x)^0.5 - y"]) {
    await scene.type(scene.field(NAME), text);
    await expect(scene.sentence, text).not.toBeEmpty();
    for (const place of ["0", "-1e6"]) {
      await scene.type(scene.field("x"), place);
      await scene.type(scene.exactRate, "1000");
    }
    await scene.type(scene.exactRate, "0.1");
    await scene.type(scene.field("x"), "2");
  }
});
