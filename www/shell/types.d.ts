// Shapes that the modules of the shell pass to each other.

import type { Experiment, Optimizer, OptimizerInfo, Stability } from "../downhill.js";
import type { LossEntry as LossInfo, Look, PanelKind, Role, Simulation } from "./downhill-core.js";
import type { Drawing } from "./panels.js";
import type { Words } from "./labels.js";
import type { RunState } from "./run-state.js";
import type { Player } from "./player.js";

/** A run that differs from the first one in these fields only. */
export type Override = Partial<Experiment>;

/** One way to begin a scene: the first experiment whole or in part, others to compare with, where the scrubber stands. */
export type Preset = { id: string; experiments: Override[]; step?: number | "end" };

/** A scene of course.json. */
export type Scene = {
  id: string;
  experiments: [Experiment, ...Override[]];
  panels: string[];
  knobs: string[];
  presets: Preset[];
  /** What the scene is about, by its name in `later.js`; runs of the core when left out. */
  model?: string;
  /** What the reader does in it, by its name in `activities.js`, if the scene is no figure at all. */
  activity?: string;
  /** Where the scrubber stands at first. */
  step?: number | "end";
  /** "ending": each run has the colour of the minimum it ends at. "optimizer": each run has the colour of its optimizer, blue and gold among them. */
  colours?: "optimizer" | "ending";
  /** Every placed point is a marble of its own, and Run is called Release. */
  marbles?: boolean;
  /** Options of the curve panel, the rate slider and the loss curve. */
  contour?: { compass?: boolean; equalUnits?: boolean };
  curve?: { tangent?: boolean; arrow?: boolean };
  rates?: [number, number];
  logScale?: boolean;
  /** From tablet width on: "side" has the controls beside the first panel, "wide" the other panels below both, "pairs" the panels two by two. */
  layout?: "side" | "below" | "wide" | "pairs";
  /** Labels shown as remarks under the panels. */
  notes?: string[];
};

export type Accepted = { code: string; [fact: string]: unknown };
/** A value that cannot be used, as the core and the parameter table report it. */
export type Fault = { field: string; given: string; accepted: Accepted };

/** One run beside the main one. */
export type Companion = {
  override: Override;
  settled: boolean;
  colour: number;
  /** A run of the history, drawn faintly: its number there. */
  faint?: number;
};

/** One run in the picture. */
export type Run = {
  experiment: Experiment;
  simulation: Simulation;
  role: Role;
  colour: number;
  settled: boolean;
  /** From the history, only to compare with. */
  faint: boolean;
  record(): Trace;
};
/** Points row by row, losses and gradient norms of a run. */
export type Trace = { points: Float64Array; losses: Float64Array; gradientNorms: Float64Array };

/** What has changed since the last frame. */
export type Changes = { experiment: boolean; step: boolean; playing: boolean; view: boolean };

/** What every part of a scene may use. */
export type Context = {
  scene: Scene;
  model: RunState;
  player: Player;
  words: Words;
  /** Names of controls the host has hidden or frozen. */
  hidden: Set<string>;
  locked: Set<string>;
  view: ViewOptions;
  /** Draws again in the next frame. */
  refresh(): void;
  /** Says that the scale or the angles in `view` have changed. */
  viewed(): void;
  link(): string;
  /** The figures of the scene, hidden ones included. */
  figures(): FigurePart[];
  restart(): void;
  isOriginal(): boolean;
  choosePreset(id: string): void;
  /** Does what a reader asks for without changing what the host has frozen. */
  keepFrozen<T>(action: () => T): T;
  /** Says something to screen readers once the reader has stopped changing things. */
  announce(sentence: string): void;
};

/** How the panels show what they show; part of a copied link. */
export type ViewOptions = { logScale: boolean; angles: [number, number] | undefined };

/** What an activity is opened with. */
export type ActivityContext = {
  scene: Scene;
  /** With the activity's own words. */
  words: Words;
  /** What the host has configured. */
  values: import("./state.js").Values;
  known: Known;
  /** Receives what of the configuration cannot be used. */
  faults: Fault[];
  /** Tells the host something as the event `downhill-<type>`. */
  emit(type: string, detail: object): void;
  /** Says that the state for the link has changed. */
  changed(): void;
};

/** An activity on the page. */
export type Desk = {
  element: HTMLElement;
  /** Shows it for the first time; it stands in the page then. */
  start?(): void;
  /** Takes the colours of another theme. */
  restyle?(): void;
  close(): void;
  /** The reader's state as texts of parameters. */
  texts?(): Record<string, string>;
  restore?(values: import("./state.js").Values): Fault[];
  /** New settings from the host: the names that have changed, and the values of those that are set. */
  configure?(names: string[], values: import("./state.js").Values): Fault[];
};

/** A piece of a scene's page. */
export type Part = { element: HTMLElement; update(changes: Changes): void; dispose?(): void };
/** A figure; `drawing` if the core draws it. */
export type FigurePart = Part & {
  kind: string;
  drawing?: Drawing;
  style?(look: Look): void;
  /** Goes on with another instance of the core, if it holds an object of it other than its drawing. */
  again?(): void;
};

export type Known = { scenes: string[]; languages: string[]; losses: LossInfo[]; optimizers: OptimizerInfo[] };
export type { Experiment, LossInfo, Optimizer, OptimizerInfo, PanelKind, Role, Simulation, Stability, Words };
