// The network's calls in the worker: the digits are fetched and unpacked once, then it trains to any step and shows how things stand.

import { BYTES, MANY } from "../digits/size.js";
import { asset } from "../shell/assets.js";
import { LoadFault } from "../shell/load-fault.js";
import { Network } from "../downhill-kernels.js";

/** @typedef {import("../shell/network/types.js").Request} Request */
/** @typedef {import("../shell/network/types.js").Answer} Answer */

const DIGITS = "digits/digits.bin";
/** Rows of the list on one page. */
const ROWS = 20;

/** @type {Network | undefined} */
let network;

/**
 * Fetches the digits, and tells by `yield` which share of them has come.
 * Throws `{ code }`: `missing` if they do not come, `broken` if what comes is not whole.
 * @returns {AsyncGenerator<number, number, void>} how many images there are for training
 */
export async function* networkDigits() {
  const file = yield* fetched();
  network?.free();
  network = Network.unpack(file);
  if (!network) throw { code: "broken" };
  return network.training;
}

async function* fetched() {
  const file = new Uint8Array(BYTES);
  let length = 0;
  try {
    const { body } = await asset(DIGITS);
    if (!body) throw new Error(DIGITS);
    const reader = body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (length + part.value.length > BYTES) throw { code: "broken" };
      file.set(part.value, length);
      length += part.value.length;
      yield length / BYTES;
    }
  } catch (reason) {
    if (!(reason instanceof Error)) throw reason;
    throw { code: reason instanceof LoadFault && reason.code === "wrongKind" ? "broken" : "missing" };
  }
  return file.subarray(0, length);
}

/** Trains towards a step and tells how the network does there. @param {Request} request @returns {Answer} */
export function networkAt({ seed, batch, rate, step, most, look }) {
  const at = network;
  if (!at) throw { code: "missing" };
  at.go(seed, batch, rate, step, most);
  const image = at.training + look.digit;
  const cost = at.feel(images(at, look.over, image));
  const palette = Uint8Array.from(look.palette);
  const pictures = [0, 1, 2].map((layer) => picture(at, layer, look.weights, palette));
  return {
    step: at.step,
    marks: at.marks(),
    label: at.label(image),
    pixels: at.pixels(image),
    answers: at.answers(image),
    cost,
    pictures,
    rows: at.list(look.order, look.from, ROWS),
  };
}

/** @param {Network} network @param {Request["look"]["over"]} over @param {number} image */
function images(network, over, image) {
  if (over === "one") return Uint16Array.of(image);
  return over === "batch" ? network.nextBatch() : Uint16Array.from({ length: MANY }, (_, index) => index);
}

/** @param {Network} network @param {number} layer @param {boolean} weights @param {Uint8Array} palette */
function picture(network, layer, weights, palette) {
  const data = /** @type {Uint8ClampedArray<ArrayBuffer>} */ (network.picture(layer, weights, palette));
  return { width: Network.width(layer), data };
}
