// "Tune each": the core searches the best settings of every run, one method per frame, says what that cost, and can be undone.

import { asFault, tune } from "./core.js";
import { budgetOf } from "./budget.js";
import { element, write } from "./dom.js";
import { oncePerFrame } from "./frames.js";
import { same } from "./plain.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Optimizer} Optimizer */

/** @param {Context} context @returns {import("./types.js").Part} */
export function tuning({ model, player, words, locked }) {
  const start = element("button", { type: "button", class: "tune", text: words.say("tune.each"), onclick: () => begin() });
  const undo = element("button", { type: "button", class: "quiet", text: words.say("tune.undo"), hidden: true, onclick: () => takeBack() });
  const said = element("p", { class: "hint", role: "status" });
  const box = element("div", { class: "tuning" }, element("div", { class: "buttons" }, start, undo), said);

  /** @type {{ found: Optimizer[], evaluations: number, experiments: unknown } | undefined} */
  let search;
  /** What stood there before, and what the search put in its place. @type {{ before: Optimizer[], after: Optimizer[] } | undefined} */
  let done;
  const optimizers = () => model.racing.map((run) => run.experiment.optimizer);

  const begin = () => {
    if (search) return;
    player.pause();
    search = { found: [], evaluations: 0, experiments: model.racing.map((run) => run.experiment) };
    progress.request();
  };
  /** One method for each frame, so that the page answers in between. */
  const progress = oncePerFrame(() => {
    if (!search || !same(search.experiments, model.racing.map((run) => run.experiment))) return end();
    const run = model.racing[search.found.length];
    if (!run) return finish();
    try {
      const { optimizer, evaluations } = tune(run.experiment, budgetOf(model));
      search.found.push(rounded(optimizer));
      search.evaluations += evaluations;
    } catch (thrown) {
      write(said, words.fault(asFault(thrown)));
      return end();
    }
    write(said, words.say("tune.progress", { done: search.found.length, all: model.racing.length }));
    progress.request();
  });
  const finish = () => {
    if (!search) return;
    const { found, evaluations } = search;
    const before = optimizers();
    search = undefined;
    if (model.changeOptimizers(found)) return;
    done = { before, after: optimizers() };
    undo.hidden = false;
    const budget = budgetOf(model) * model.racing.length;
    write(said, words.say("tune.done", { evaluations: words.numbers.whole(evaluations), times: words.numbers.short(evaluations / budget, 2) }));
  };
  const end = () => {
    search = undefined;
  };
  const takeBack = () => {
    if (!done) return;
    const { before } = done;
    done = undefined;
    undo.hidden = true;
    start.focus();
    model.changeOptimizers(before);
    write(said, words.say("tune.undone"));
  };
  const update = () => {
    start.disabled = locked.has("optimizer") || locked.has("alpha");
    // Other settings than those found make the way back meaningless.
    if (!done || same(done.after, optimizers())) return;
    done = undefined;
    undo.hidden = true;
    write(said, "");
  };
  return { element: box, update, dispose: progress.cancel };
}

/** Four digits are as exact as the search, and can be read. @param {Optimizer} optimizer @returns {Optimizer} */
function rounded(optimizer) {
  const short = (/** @type {unknown} */ value) => (typeof value === "number" ? Number(value.toPrecision(4)) : value);
  return /** @type {Optimizer} */ (Object.fromEntries(Object.entries(optimizer).map(([name, value]) => [name, short(value)])));
}
