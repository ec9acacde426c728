// What the network's scene and its worker say to each other.

/** What is looked at beside the training. */
export type View = {
  /** Which of the digits that are held out. */
  digit: number;
  /** The images over which the gradient is taken: that digit, the next mini-batch, or 1,000 digits. */
  over: "one" | "batch" | "many";
  /** Pictures of the weights instead of the nudges. */
  weights: boolean;
  order: "size" | "sign" | "layer";
  /** The first row of the list. */
  from: number;
  /** Red, green and blue of up, none, down and the gaps. */
  palette: number[];
};

export type Request = { seed: number; batch: number; rate: number; step: number; most: number; look: View };

export type Picture = { width: number; data: Uint8ClampedArray<ArrayBuffer> };

export type Answer = {
  step: number;
  /** Five numbers each: step, cost and accuracy on images for training, cost and accuracy on those held out. */
  marks: Float32Array;
  label: number;
  pixels: Float32Array;
  answers: Float32Array;
  /** The mean cost over the images of the gradient. */
  cost: number;
  pictures: Picture[];
  /** Five numbers each: layer, input (−1 for a bias), neuron, present value, nudge. */
  rows: Float32Array;
};

/** How the digits come: `share` of the file while they load, `code` when they did not. */
export type Arrival = { state: "waiting" | "loading" | "ready" | "failed"; share: number; code: string; reason?: unknown };
