/** The loss of an experiment: a name of the catalogue with its settings, or a typed function. */
export type LossDescription = { name: string; [setting: string]: unknown } | { expression: string };

/** The optimizer of an experiment; settings that are left out take PyTorch's defaults. */
export type OptimizerDescription = { name: string; learningRate?: number; [setting: string]: unknown };

/** Everything about a run, as plain data. */
export type Experiment = {
  loss: LossDescription;
  optimizer: OptimizerDescription;
  /** One number per parameter of the loss. */
  start: number[];
  /** Updates to make, unless a stop rule ends the run before. */
  steps: number;
  stop?: { gradientBelow?: number; lossChangeBelow?: number };
  /** Which samples meet in which batch. */
  seed?: number;
  /** Samples that each update looks at, from 1 to all; all of them when left out. Only for losses made of samples. */
  batch?: number;
  /** Whether the samples are shuffled before each epoch; true when left out. */
  shuffle?: boolean;
};

export type Outcome = "running" | "converged" | "cycling" | "stalled" | "diverged";

export type Reason =
  | "stepsDone"
  | "gradientBelow"
  | "lossChangeBelow"
  | "flat"
  | "returned"
  | "saddle"
  | "hilltop"
  | "plateau"
  | "singular"
  | "notFinite"
  | "growing";

/** What running an experiment gives. */
export type Trajectory = {
  /** Row by row, start included: (steps + 1) · dimension numbers, all finite. */
  points: Float64Array;
  dimension: number;
  /** The loss at each point. */
  losses: Float64Array;
  /** The Euclidean norm of the gradient at each point. */
  gradientNorms: Float64Array;
  /** Updates made whose result was finite. */
  steps: number;
  outcome: Outcome;
  reason: Reason;
  /** What each of the last steps was multiplied by, in length; for runs that diverge. */
  factor?: number;
  /** Steps until the same point comes again; for runs that cycle. */
  period?: number;
  /** What the updates cost; a batch costs its share of all samples. */
  gradientEvaluations: number;
};

/** A run between two updates, from which `step` goes on. */
export type State = {
  step: number;
  point: number[];
  loss: number;
  gradient: number[];
  memory: { buffers: number[][] };
};

/** Learning rates at which the behaviour changes; Infinity where there is no limit. */
export type Stability = { monotoneBelow: number; divergesAbove: number };

/** A setting of a loss: a number, a list of one to `most` numbers, one of the `options`, true or false, or one to `most` pairs. */
export type SettingInfo = {
  name: string;
  default: number | number[] | string | boolean | [number, number][];
  lowest?: number;
  highest?: number;
  most?: number;
  options?: string[];
  /** For pairs: whether the second number of each is a label, 0 or 1. */
  labels?: boolean;
};

export type LossInfo = {
  name: string;
  formula: string;
  dimension: number;
  settings: SettingInfo[];
  start: number[];
  learningRate: number;
};

/** The region worth seeing and the minima in it, for a loss at its default settings. */
export type LossRegion = { frame: [number, number][]; minima: number[][] };

/** Every setting of an optimizer is one number; the learning rate comes first. */
export type OptimizerInfo = {
  name: string;
  /** Gradient evaluations that one update costs, whatever the loss, and for each of its parameters besides. */
  evaluations: number;
  evaluationsPerParameter: number;
  settings: { name: string; default: number; lowest: number; highest: number }[];
};

/** What a typed function is, once it has been understood. */
export type ExpressionInfo = { dimension: number; frame: [number, number][] };

/** What a heavy ball does along one direction: its curvature λ, αλ, and the momentum above which it swings. */
export type Direction = {
  name: string;
  curvature: number;
  product: number;
  regime: "settles" | "rings" | "alternates" | "bounces" | "stays" | "diverges";
  criticalMomentum: number;
};

/** A run on the map of the heavy ball's regimes, with the learning rate and the momentum that suit both directions best. */
export type HeavyBall = { directions: Direction[]; best?: [number, number] };

/** The settings a search found, the loss they end at, and the gradient evaluations the search itself spent. */
export type Tuned = { optimizer: { name: string; learningRate?: number; [setting: string]: string | number | undefined }; loss: number; evaluations: number };

/** A challenge of the course, as plain data without words. */
export type Challenge = {
  id: string;
  kind: "predict" | "numeric" | "fix" | "fill" | "reorder" | "choice" | "experiment" | "python";
  section: string;
  xp: number;
  loss: LossDescription;
  [field: string]: unknown;
};

/** Points row by row, `dimension` numbers each; they may end in numbers that are not finite. And the lines printed. */
export type Trail = { points: number[]; dimension: 1 | 2; output: string[] };

/** The judgement of an answer: `reason` is a code, empty if solved; `facts` are what a sentence about it may name. */
export type CoreVerdict = { solved: boolean; reason: string; facts: Record<string, number | string>; yours: Trail; right: Trail };

/** What can be drawn before an answer: where the right trail begins, what the challenge does as given, what is right. */
export type Outline = { start: number[]; given?: Trail; right: Trail };

/** What is thrown when a value cannot be used. */
export type Fault = {
  field: string;
  given: string;
  accepted: {
    code: string;
    lowest?: number;
    highest?: number;
    fewest?: number;
    most?: number;
    names?: string[];
    position?: number;
    expected?: string;
  };
};

/** Colours ("#rrggbb"), type and words of a plot. */
export type Look = {
  paper: string;
  grid: string;
  axis: string;
  text: string;
  curve: string;
  tangent: string;
  step: string;
  minimum: string;
  ghost: string;
  vanilla: string;
  momentum: string;
  danger: string;
  /** Learning rates that settle, zigzag, diverge. */
  bands?: string[];
  /** A colour for each optimizer, in the order of `optimizers()`. */
  optimizers?: string[];
  /** For several marbles, in turn. */
  marbles: string[];
  dark: boolean;
  font: string;
  /** In CSS pixels. */
  fontSize: number;
  decimal: "." | ",";
  words: { x: string; y: string; loss: string; step: string; diverged: string; leaves?: string; settles?: string; rings?: string; alternates?: string; diverges?: string; input?: string; output?: string; batch?: string; variance?: string };
};

export type PanelOptions = { logScale?: boolean; tangent?: boolean; arrow?: boolean; compass?: boolean; equalUnits?: boolean; lockFrame?: boolean; overMap?: boolean };
