// The model of a scene: its experiments as they have been run, and where the scrubber stands. Knows nothing of the page.

import { Simulation, asFault } from "./core.js";
import { overridden, paid } from "./overrides.js";

/** @typedef {import("./types.js").Experiment} Experiment */
/** @typedef {import("./types.js").Companion} Companion */
/** @typedef {import("./types.js").Run} Run */
/** @typedef {import("./types.js").Role} Role */
/** @typedef {import("./types.js").Fault} Fault */
/** @typedef {"experiment" | "step" | "playing"} Change */

/** Most marbles, and so most runs, in one picture. */
export const MOST_RUNS = 8;

export class RunState {
  /** @param {Pick<import("./types.js").Scene, "marbles" | "colours" | "knobs">} scene how its runs are coloured, and whether they share a budget */
  constructor({ marbles = false, colours, knobs }) {
    this.budgeted = knobs.includes("budget");
    this.marbles = marbles;
    this.byOptimizer = colours === "optimizer";
    this.byEnding = colours === "ending";
    /** @type {Run[]} */
    this.runs = [];
    /** @type {Companion[]} */
    this.companions = [];
    /** The colour of the main run's marble. */
    this.colour = 0;
    /** Steps from the start, with a fraction while a marble hops. */
    this.position = 0;
    this.playing = false;
    /** @type {Set<(change: Change) => void>} */
    this.listeners = new Set();
  }

  /** The run that the controls change. */
  get main() {
    return /** @type {Run} */ (this.runs[0]);
  }

  get experiment() {
    return this.main.experiment;
  }

  /** The step that table, readouts and arithmetic show. */
  get step() {
    return Math.floor(this.position + 1e-9);
  }

  /** The last step that any moving run has. */
  get last() {
    return Math.max(...this.runs.filter((run) => !run.settled).map((run) => run.simulation.steps));
  }

  /** Where one run stands; it waits at its end for the longer ones. @param {Run} run */
  positionOf(run) {
    return run.settled ? run.simulation.steps : Math.min(this.position, run.simulation.steps);
  }

  /**
   * Runs an experiment in place of the current one. If it cannot be run, everything stays and the fault is returned.
   * A reader who looks at the end of a run sees the end of the new one too.
   * @param {Experiment} experiment
   * @param {Companion[]} [companions]
   * @returns {Fault | undefined}
   */
  attempt(experiment, companions = this.companions) {
    const atEnd = this.runs.length > 0 && this.position > 0 && this.position >= this.last;
    /** @type {Run[]} */
    const runs = [];
    try {
      const overrides = [{ override: {}, settled: false, colour: this.colour }, ...companions];
      const count = overrides.filter(({ faint }) => faint === undefined).length;
      for (const companion of overrides) runs.push(this.simulate(this.planned(experiment, companion.override), companion, count));
    } catch (thrown) {
      for (const run of runs) run.simulation.free();
      return asFault(thrown);
    }
    this.free();
    this.runs = runs;
    this.companions = companions;
    this.position = atEnd ? this.last : Math.min(this.position, this.last);
    this.changed("experiment");
    return undefined;
  }

  /** Changes some fields of the experiment. @param {Partial<Experiment>} fields */
  change(fields) {
    return this.attempt({ ...this.experiment, ...fields });
  }

  /** What a run beside the main one does. @param {Experiment} experiment @param {import("./types.js").Override} override */
  planned(experiment, override) {
    const own = overridden(experiment, override);
    return this.budgeted ? paid(own, experiment) : own;
  }

  /** Another optimizer for a run beside the main one. @param {number} index from 1 @param {import("./types.js").Optimizer} optimizer */
  changeOptimizer(index, optimizer) {
    return this.changeOptimizers(this.racing.map((run, at) => (at === index ? optimizer : run.experiment.optimizer)));
  }

  /** The runs of the scene itself, without those that are only looked at again. */
  get racing() {
    return this.runs.filter(({ faint }) => !faint);
  }

  /** Another optimizer for every run, the main one first. @param {import("./types.js").Optimizer[]} optimizers */
  changeOptimizers([first, ...others]) {
    const companions = this.companions.map((companion) => {
      const optimizer = companion.faint === undefined ? others.shift() : undefined;
      return optimizer ? { ...companion, override: { ...companion.override, optimizer } } : companion;
    });
    return this.attempt({ ...this.experiment, optimizer: first ?? this.experiment.optimizer }, companions);
  }

  /** Puts the scrubber somewhere. @param {number} position */
  go(position) {
    const there = Math.min(Math.max(position, 0), this.last);
    if (there === this.position) return;
    this.position = there;
    this.changed("step");
  }

  /** @param {boolean} playing */
  setPlaying(playing) {
    if (playing === this.playing) return;
    this.playing = playing;
    this.changed("playing");
  }

  /** @param {(change: Change) => void} listener */
  listen(listener) {
    this.listeners.add(listener);
  }

  /** Forgets runs that were those of a former instance of the core. */
  forget() {
    this.runs = [];
  }

  /** Gives the core's memory back. */
  free() {
    for (const run of this.runs) run.simulation.free();
    this.runs = [];
  }

  /** @param {Change} change */
  changed(change) {
    for (const listener of this.listeners) listener(change);
  }

  /** @param {Experiment} experiment @param {Companion} companion @param {number} count @returns {Run} */
  simulate(experiment, { settled, colour, faint }, count) {
    const own = !this.byOptimizer && (this.marbles || count > 1) ? colour : roleOf(experiment.optimizer.name);
    const simulation = new Simulation(experiment);
    const role = faint !== undefined ? "ghost" : this.byEnding ? endingRole(simulation.ending()) : own;
    return { experiment, simulation, role, colour, settled, faint: faint !== undefined, record: recordOf(simulation) };
  }
}

/** The numbers of a run, copied out of the core when they are first asked for. @param {import("./types.js").Simulation} simulation */
function recordOf(simulation) {
  /** @type {import("./types.js").Trace | undefined} */
  let trace;
  return () => (trace ??= { points: simulation.points(), losses: simulation.losses(), gradientNorms: simulation.gradientNorms() });
}

/** The colour of the minimum at which a run ends, as on the map of starts. @param {number} end @returns {Role} */
function endingRole(end) {
  if (end === 255) return "flown";
  return end === 254 ? "elsewhere" : end;
}

/** Blue for plain descent, gold for momentum, and a colour of its own for every other method. @param {string} optimizer @returns {Role} */
function roleOf(optimizer) {
  return optimizer === "gradientDescent" ? "vanilla" : optimizer;
}
