// One Python that runs programs one after the other, since starting it takes longer than most of them.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** Reads a program per line, as JSON, and answers what it has printed, or the error that ended it. Each has globals of its own. */
const DRIVER = `
import contextlib, io, json, sys, traceback
for line in sys.stdin:
    printed, failed = io.StringIO(), None
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(json.loads(line), "<program>", "exec"), {"__name__": "__main__"})
    except Exception:
        failed = traceback.format_exc()
    print(json.dumps([printed.getvalue(), failed]), flush=True)
`;

/** @type {{ ask: (program: string) => Promise<[string, string | null]> } | undefined} */
let python;

/** What a program prints; rejects if it fails, or warns. @param {string} program @returns {Promise<string>} */
export async function printedBy(program) {
  python ??= started();
  const [printed, failed] = await python.ask(program);
  if (failed !== null) throw new Error(failed);
  return printed;
}

function started() {
  const child = spawn("python3", ["-W", "error", "-c", DRIVER], { stdio: ["pipe", "pipe", "inherit"] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  // One question at a time: each waits for the answer to the one before.
  /** @type {Promise<unknown>} */
  let turn = Promise.resolve();
  const ask = (/** @type {string} */ program) => {
    const answer = turn.then(async () => {
      child.stdin.write(`${JSON.stringify(program)}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error("Python has ended.");
      return JSON.parse(value);
    });
    turn = answer.catch(() => undefined);
    return answer;
  };
  return { ask };
}
