// The types of downhill.js: the lesson's engine as a module, and the element <downhill-scene>.

/** A number, a list of numbers, a name, true or false, or a list of pairs. */
export type Setting = number | number[] | string | boolean | [number, number][];
export type Loss =
  | { name: string; expression?: undefined; [setting: string]: Setting | undefined }
  | { expression: string; name?: undefined };
export type Optimizer = { name: string; learningRate?: number; [setting: string]: string | number | undefined };
export type Stop = { gradientBelow?: number; lossChangeBelow?: number };

/** Everything that decides a run, as plain data. */
export type Experiment = {
  loss: Loss;
  optimizer: Optimizer;
  start: number[];
  steps: number;
  stop?: Stop;
  /** Which samples meet in which batch. */
  seed?: number;
  /** Samples that each update looks at, from 1 to all; all of them when left out. Only for losses made of samples. */
  batch?: number;
  /** Whether the samples are shuffled before each epoch; true when left out. */
  shuffle?: boolean;
};

export type Outcome = "running" | "converged" | "cycling" | "stalled" | "diverged";

/** What running an experiment gives; `points` row by row, the start included. */
export type Trajectory = {
  points: Float64Array;
  dimension: number;
  losses: Float64Array;
  gradientNorms: Float64Array;
  steps: number;
  outcome: Outcome;
  reason: string;
  /** What the updates cost; a batch costs its share of all samples. */
  gradientEvaluations: number;
  factor?: number;
  period?: number;
};

/** One moment of a run: everything the next update needs. What an optimizer remembers may become `Infinity`, which JSON does not keep. */
export type State = {
  step: number;
  point: number[];
  loss: number;
  gradient: number[];
  memory: { buffers: number[][] };
};

/** Learning rates at a point: walks down one side below the first, flies off above the second. `Infinity`: no limit. */
export type Stability = { monotoneBelow: number; divergesAbove: number };

export type LossSetting = {
  name: string;
  default: Setting;
  lowest?: number;
  highest?: number;
  most?: number;
  /** The names of a choice. */
  options?: string[];
  /** For pairs: whether the second number of each is a label, 0 or 1. */
  labels?: boolean;
};
export type LossInfo = {
  name: string;
  formula: string;
  dimension: number;
  settings: LossSetting[];
  start: number[];
  learningRate: number;
  frame: [number, number][];
  minima: number[][];
};
export type OptimizerInfo = {
  name: string;
  /** Gradient evaluations that one step costs, whatever the loss, and for each of its parameters besides. */
  evaluations: number;
  evaluationsPerParameter: number;
  settings: { name: string; default: number; lowest: number; highest: number }[];
};
export type SceneInfo = {
  id: string;
  title: string;
  /** What it begins with; absent where a scene is about something else than a run, the training of a network. */
  experiment?: Experiment;
  presets: { id: string; title: string; experiment: Experiment }[];
};

export type ChallengeInfo = {
  id: string;
  kind: "predict" | "numeric" | "fix" | "fill" | "reorder" | "choice" | "experiment" | "python";
  /** The section of the lesson that it belongs to. */
  section: string;
  xp: number;
  title: string;
  /** What stands between backticks is code. */
  question: string;
};
/** `reason` names the mistake, `message` says it; both are about what is right when it is solved, and `reason` is empty then. */
export type Verdict = { solved: boolean; reason: string; message: string; xp: number };

/** Resolves when the core and the challenges are loaded; everything below may be called from then on. */
export function ready(): Promise<void>;
/** Runs an experiment. Throws an `Error` naming the field that cannot be used. */
export function run(experiment: Experiment): Trajectory;
/** One update; without a state, the first one from the start. */
export function step(experiment: Experiment, state?: State): State;
/** The limits of the learning rate at a point, by default at the start. */
export function stability(experiment: Experiment, point?: number[]): Stability;
export function losses(): LossInfo[];
export function optimizers(): OptimizerInfo[];
export function scenes(): SceneInfo[];
export function challenges(): ChallengeInfo[];
/**
 * The verdict on an answer. Predict, numeric, fill: a text for each field; fix: the lines; reorder: indices into the program; choice: the name of an
 * option; experiment: an `Experiment`; python: `{ output, trail, values }`. Throws an `Error` naming what cannot be used.
 */
export function judge(challenge: string, answer: unknown): Verdict;
/** The short words and sentences of the page in one language; rejects when the site has none. */
export function words(language: string): Promise<{ say(key: string, facts?: Record<string, unknown>): string }>;

/**
 * `<downhill-scene>`: one interactive figure with its controls. What is asked of it before it is ready is done, in order, as soon as it can be.
 * It can be styled by `::part(scene | figure | controls | control | readings | live)`, each control and figure also by its own name, and by the
 * custom properties that docs/module.md lists.
 */
export class DownhillScene extends HTMLElement {
  /**
   * The experiment shown; setting one runs it, or throws an `Error` naming the field that cannot be used. Set before the scene is ready, it waits,
   * and what cannot be used is told as `downhill-error`.
   */
  get experiment(): Experiment | undefined;
  set experiment(experiment: Experiment | undefined);
  /** The names that `hide` and `lock` take for this scene, hidden ones included; all of them are known from `downhill-ready` on. */
  readonly controls: string[];
  /** Resolves when every attribute is in force and the scene stands as they say, or has told by `downhill-error` why it cannot. */
  settled(): Promise<void>;
  /** Moves by so many steps, backwards if negative. */
  step(count?: number): void;
  /** Plays from the current step to the end. */
  run(): void;
  /** Goes back to the start of the run. */
  reset(): void;
  /** Puts a student's state, given as parameters, on top of what the host has set; what is frozen by `lock` stays. */
  restore(parameters: Record<string, string>): void;
  /** The state as parameters, whole as "Copy link" writes it, or only what is no longer as the host has set it. */
  parameters(onlyChanges?: boolean): Record<string, string>;
}

/** What the events carry as `detail`, by the name after `downhill-`. */
export type EventDetails = {
  /** The scene is there, with everything that belongs to it; told again when it had to be rebuilt. */
  ready: Record<string, never>;
  change: Experiment;
  step: { step: number; point: number[]; loss: number };
  outcome: { outcome: Outcome; reason: string };
  solved: { challenge: string; xp: number };
  /** A parameter that cannot be used, or a scene that could not be loaded. */
  error: { message: string; parameter?: string; given?: string };
};

/** What a scene in a frame tells the page around it, by `postMessage`. */
export type MessageOut =
  | { [Type in keyof EventDetails]: { source: "downhill"; type: Type; detail: EventDetails[Type] } }[keyof EventDetails]
  /** The height of the page in the frame, in CSS pixels; and once more as Canvas expects it. */
  | { source: "downhill"; type: "resize"; height: number }
  | { subject: "lti.frameResize"; height: number }
  /** What the student has changed, a quarter of a second after the last change: keep it, and give it back by `restore`. */
  | { source: "downhill"; type: "state"; detail: { parameters: Record<string, string> } }
  /** To every request, with its `id`: the state after it, or what is wrong with it. */
  | { source: "downhill"; type: "answer"; id?: number | string; detail: Answer | { message: string } };

export type Answer = { parameters: Record<string, string>; changes: Record<string, string>; experiment?: Experiment };

/**
 * What the page around may ask of a scene that stands alone in its frame. Only the parent is heard, and only from the origins that the address
 * names as `parent`, or else from the one that the browser reports. Anything else is left unanswered.
 */
export type MessageIn = { target: "downhill"; id?: number | string } & (
  | { type: "get" | "run" | "reset" }
  /** `null` takes a parameter back. */
  | { type: "set"; parameters: Record<string, string | null> }
  | { type: "restore"; parameters: Record<string, string> }
  | { type: "experiment"; experiment: Experiment }
  | { type: "step"; count?: number }
);

type SceneEvents = { [Type in keyof EventDetails as `downhill-${Type}`]: CustomEvent<EventDetails[Type]> };

declare global {
  interface HTMLElementTagNameMap {
    "downhill-scene": DownhillScene;
  }
  interface HTMLElementEventMap extends SceneEvents {}
  interface DocumentEventMap extends SceneEvents {}
  interface WindowEventMap extends SceneEvents {}
}
