// The core as wasm-bindgen hands it over: types of the generated glue `downhill-core.js`, which stands beside the bundle. The build
// makes it a function (`xtask/glue.mjs`), because glue belongs to one instance, and a broken instance is followed by another one.

import type { Experiment, Loss, LossInfo, Optimizer, OptimizerInfo, Stability, State, Trajectory } from "../downhill.js";

/** Fresh glue, for one instance of the core. */
export default function glue(): Glue;

/** All that the core exports, and how the glue and an instance come together. */
export type Glue = {
  /** What the first part of the core imports. */
  imports(): WebAssembly.Imports;
  /** Takes the instance whose functions are called from then on. */
  take(instance: { exports: WebAssembly.Exports }): unknown;
} & Core;

export type Core = {
  Chart: typeof Chart;
  Panel: typeof Panel;
  Simulation: typeof Simulation;
  Trails: typeof Trails;
  award: typeof award;
  completionCode: typeof completionCode;
  expression: typeof expression;
  expressionPostfix: typeof expressionPostfix;
  judge: typeof judge;
  losses: typeof losses;
  lossRegions: typeof lossRegions;
  optimizers: typeof optimizers;
  outline: typeof outline;
  run: typeof run;
  stability: typeof stability;
  step: typeof step;
  tune: typeof tune;
};

export type { Chart, Panel, Simulation, Trails };

declare function run(experiment: Experiment): Trajectory;
declare function step(experiment: Experiment, state?: State): State;
declare function stability(experiment: Experiment, point?: number[]): Stability;
declare function tune(experiment: Experiment, budget: number): { optimizer: Optimizer; loss: number; evaluations: number };
export type LossRegion = Pick<LossInfo, "frame" | "minima">;
export type LossEntry = Omit<LossInfo, keyof LossRegion>;
declare function losses(): LossEntry[];
declare function lossRegions(): LossRegion[];
declare function optimizers(): OptimizerInfo[];
declare function expression(text: string): { dimension: number; frame: [number, number][] };
declare function expressionPostfix(text: string): (number | string)[];

/** The values of the traced variables after every change, row by row, the start included; may end in numbers that are not finite. */
export type Trail = { points: number[]; dimension: 1 | 2; output: string[] };
export type CoreVerdict = { solved: boolean; reason: string; facts: Record<string, number | string>; yours: Trail; right: Trail };
/** `given`: what the broken program, the lines as offered or the experiment as given does. */
export type Outline = { start: number[]; given?: Trail; right: Trail };
/** A challenge of course.json; its other fields depend on its kind. */
export type Challenge = { id: string; kind: "predict" | "numeric" | "fix" | "fill" | "reorder" | "choice" | "experiment" | "python"; section: string; xp: number; loss: Loss };
declare function judge(challenge: Challenge, answer: unknown): CoreVerdict;
declare function outline(challenge: Challenge): Outline;
declare function award(xp: number, solutionShown: boolean): number;
declare function completionCode(name: string, challenges: string, solved: number, xp: number, day: number): string;

/** A heavy ball along each direction of its loss, with the learning rate and the momentum that suit all directions best. */
export type HeavyBall = {
  directions: { name: string; curvature: number; product: number; regime: string; criticalMomentum: number }[];
  best?: [number, number];
};

/** One experiment that has been run; lives in wasm memory until `free()`. */
declare class Simulation {
  constructor(experiment: Experiment);
  readonly dimension: number;
  readonly steps: number;
  readonly frame: Float64Array;
  readonly outcome: string;
  readonly reason: string;
  readonly factor: number | undefined;
  readonly period: number | undefined;
  readonly gradientEvaluations: number;
  heavyBall(): HeavyBall | undefined;
  points(): Float64Array;
  losses(): Float64Array;
  gradientNorms(): Float64Array;
  gradient(step: number): Float64Array;
  curvature(step: number): Float64Array | undefined;
  stability(step: number): Stability;
  value(point: Float64Array): number;
  /** The number of the minimum at which the run ends; 254 for elsewhere, 255 for flown off. */
  ending(): number;
  /** The samples of the loss, x and y in turn; undefined if it is not made of samples. */
  samples(): Float64Array | undefined;
  /** What the model says at each input after `step` updates; NaN without samples. */
  predict(step: number, xs: Float64Array): Float64Array;
  /** Seven numbers per sample: x, y, prediction, prediction − y, and its share of the loss, of ∂L/∂b and of ∂L/∂w. */
  contributions(step: number): Float64Array | undefined;
  /** The samples that the update after `step` others looks at, as indices; undefined when it looks at all. */
  batch(step: number): Uint32Array | undefined;
  /** The gradient of that batch after `step` updates. */
  batchGradient(step: number): Float64Array | undefined;
  /** The loss of each update's batch where that update began. */
  batchLosses(): Float64Array | undefined;
  /** Updates that make one pass over the samples; 1 without batches. */
  readonly stepsPerEpoch: number;
  /** Measured variance of the batch gradient after `step` updates, one number per batch size. */
  batchVariance(step: number, sizes: Uint32Array, draws: number): Float64Array | undefined;
  /** Where the loss is lowest, point by point, as far as that is known. */
  minima(): Float64Array;
  free(): void;
}

export type PanelKind = "curve" | "surface" | "contour" | "lossCurve" | "regimes" | "data" | "variance";
/** `vanilla`, the name of an optimizer, or the number of a marble. */
export type Role = string | number;
export type PanelOptions = { logScale?: boolean; tangent?: boolean; arrow?: boolean; compass?: boolean; equalUnits?: boolean; lockFrame?: boolean; overMap?: boolean };

/** One drawing on two stacked canvases. */
declare class Panel {
  /** How many canvases a kind of panel draws on. */
  static layers(kind: PanelKind): number;
  /** The canvases lie one above the other, the lowest first. */
  constructor(kind: PanelKind, canvases: HTMLCanvasElement[]);
  resize(width: number, height: number, ratio: number): void;
  style(look: Look): void;
  options(options: PanelOptions): void;
  clear(): void;
  add(simulation: Simulation, role: Role, step: number): void;
  draw(): boolean;
  setStep(index: number, step: number): void;
  pick(x: number, y: number): Float64Array | undefined;
  project(point: Float64Array): Float64Array | undefined;
  /** Edges of the plot in CSS pixels (left, top, right, bottom), lowest and highest value on either axis; undefined where it is no plane. */
  window(): Float64Array | undefined;
  turn(yaw: number, pitch: number): void;
  readonly yaw: number;
  readonly pitch: number;
  setView(yaw: number, pitch: number): void;
  free(): void;
}

/** Measurements against the step on one canvas: the first line blue, the second gold. */
declare class Chart {
  /** `top` is the highest value on the axis; without it that of the lines. */
  constructor(canvas: HTMLCanvasElement, top?: number);
  resize(width: number, height: number, ratio: number): void;
  style(look: Look): void;
  /** Steps, then as many values for each line; `last` is the end of the axis. */
  set(steps: Float64Array, values: Float64Array, last: number): void;
  draw(): boolean;
  free(): void;
}

/** Whose trail it is: as the challenge gives it, the reader's, the right one. */
export type TrailRole = "given" | "yours" | "right";

/** What answers do on a loss of one or two parameters, on one canvas. Numbers may be whatever they are. */
declare class Trails {
  constructor(canvas: HTMLCanvasElement);
  resize(width: number, height: number, ratio: number): void;
  style(look: Look): void;
  /** Takes a loss and a start, and forgets all trails; throws a `Fault` if the loss is malformed. */
  set(loss: Loss, start: Float64Array): void;
  /** Adds a trail, row by row. */
  add(role: TrailRole, points: Float64Array): void;
  draw(): boolean;
  free(): void;
}

/** Colours ("#rrggbb"), font and words of a drawing. */
export type Look = {
  paper: string; grid: string; axis: string; text: string; curve: string; tangent: string; step: string;
  minimum: string; ghost: string; vanilla: string; momentum: string; danger: string; bands?: string[]; optimizers?: string[]; marbles: string[];
  dark: boolean; font: string; fontSize: number; decimal: "." | ",";
  words: { x: string; y: string; loss: string; step: string; diverged: string; leaves?: string; settles?: string; rings?: string; alternates?: string; diverges?: string; input?: string; output?: string; batch?: string; variance?: string };
};
