// What the harness round a reader's program records: run by the same Python in Node.js, without a page.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { test } from "@playwright/test";
import { expect } from "./fixtures.js";

/** @typedef {{ output: string, error: any, cut: boolean, dimension: number, trail: number[], values: Record<string, number> }} Told */

/** @type {(code: string) => Told} */
let run;

test.beforeAll(async () => {
  const { loadPyodide } = await import("pyodide/pyodide.mjs");
  const indexURL = fileURLToPath(new URL("../../node_modules/pyodide/", import.meta.url));
  const pyodide = await loadPyodide({ indexURL });
  const names = pyodide.toPy({ __name__: "harness" });
  pyodide.runPython(await readFile(new URL("../../www/python/harness.py", import.meta.url), "utf8"), { globals: names, filename: "harness.py" });
  run = (code) => {
    let output = "";
    const told = names.get("run")(code, (/** @type {string} */ text) => (output += text)).toJs({ dict_converter: Object.fromEntries });
    return { ...told, output };
  };
});

test("the trail is the values that x takes, wherever the program sets it", { tag: "@desktop" }, () => {
  /** @type {[string, number[]][]} */
  const programs = [
    ["x = 5\nfor _ in range(2):\n    x = x * 0.5", [5, 2.5, 1.25]],
    ["x = 5\nx -= 1\nx: float = 3.0\nx, y = 2, 9", [5, 4, 3, 2]],
    ["for x in (1, 2):\n    pass", [1, 2]],
    ["x = 1\nif x > 0:\n    x = 2\nelse:\n    x = 3\ntry:\n    x = 4\nfinally:\n    x = 5", [1, 2, 4, 5]],
    ["x = 1\ndef step():\n    global x\n    x = x / 4\nstep()", [1, 0.25]],
    ["x = 1\ndef step(x):\n    x = x + 1\n    return x\ny = step(7)", [1]],
    ["class A:\n    x = 3", []],
    ["y = [x for x in range(3)]", []],
    ["from fractions import Fraction\nx = Fraction(1, 4)\nx = 'text'\nx = True\nx = None", [0.25]],
    ["x = 10**400\nx = float('nan')", [Infinity, NaN]],
    ["x = 1\nx = 1 / 0", [1]],
  ];
  for (const [code, trail] of programs) expect(run(code).trail, code).toEqual(trail);
});

test("pairs of numbers are a trail in the plane, and the list trail comes before x", { tag: "@desktop" }, () => {
  const pairs = run("x = [4, 2]\nx[0] -= 1\nx = (0, 1)");
  expect([pairs.dimension, pairs.trail]).toEqual([2, [4, 2, 3, 2, 0, 1]]);
  const list = run("x = 1\ntrail = [(1, 2), (3, 4), 'no', (5,)]");
  expect([list.dimension, list.trail]).toEqual([2, [1, 2, 3, 4]]);
  const single = run("x = 1\ntrail = [[3], 4, None]");
  expect([single.dimension, single.trail]).toEqual([1, [3, 4]]);
  expect(run("trail = 'abc'\nx = 2").trail).toEqual([2]);
});

test("the trail and the values end somewhere, and values are numbers of the program's own", { tag: "@desktop" }, () => {
  expect(run("for x in range(30_000): pass").trail.length).toBe(10_000);
  expect(run("lr = 0.5\nsteps = 25\n_hidden = 1\nname = 'x'\nflag = True\nimport math").values).toEqual({ lr: 0.5, steps: 25 });
});

test("an error is told by the program's lines and names what is missing", { tag: "@desktop" }, () => {
  const raised = run("import json\n\ndef read():\n    return json.loads('{')\n\nread()").error;
  expect(raised.line).toBe(4);
  expect(raised.text).not.toContain("/lib");
  expect(raised.message).toMatch(/^json\.decoder\.JSONDecodeError: /);
  const chained = run("try:\n    1 / 0\nexcept ZeroDivisionError:\n    int('x')").error;
  expect(chained.text).toContain("During handling of the above exception");
  expect(run("import numpy").error).toMatchObject({ kind: "module", name: "numpy", line: 1 });
  expect(run("x = (1,\n").error).toMatchObject({ kind: "error", line: 1 });
  expect(run("raise SystemExit(2)").error).toMatchObject({ kind: "exit", text: "" });
  expect(run("raise ValueError('y' * 100_000)").error.text.length).toBeLessThan(5_000);
});

test("what is printed is kept up to a thousand lines or 64 kB, to the letter", { tag: "@desktop" }, () => {
  const exactly = run("for i in range(1000): print(i)");
  expect([exactly.cut, exactly.output.split("\n").length]).toEqual([false, 1001]);
  const more = run("for i in range(1001): print(i)");
  expect([more.cut, more.output]).toEqual([true, exactly.output]);
  const atOnce = run("print('\\n'.join(map(str, range(5000))))");
  expect([atOnce.cut, atOnce.output]).toEqual([true, exactly.output]);
  expect(run("print('a\\x0bb\\u2028' * 1200, end='')")).toMatchObject({ cut: false, output: "a\u000bb\u2028".repeat(1200) });
  const wide = run("print('é' * 40_000)");
  expect([wide.cut, wide.output]).toEqual([true, "é".repeat(32_000)]);
  expect(run("print('ab', end=''); import sys; print('c', file=sys.stderr)").output).toBe("abc\n");
});
