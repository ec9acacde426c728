// The network's gradient as a good engineer writes it in JavaScript: typed arrays, the pixels with ink only, sixteen sums in
// registers, weights in the order in which they are read. What the kernel is measured against. Runs in the page.

const [PIXELS, HIDDEN, CLASSES] = [784, 16, 10];

/** Unpacks the file of digits as www/digits/make.mjs describes it. @param {Uint8Array} file */
export function unpack(file) {
  const number = (/** @type {number} */ at) => (file[at] ?? 0) + 256 * (file[at + 1] ?? 0);
  const count = number(8) + number(10);
  const half = (/** @type {number} */ at) => ((file[12 + (at >> 1)] ?? 0) >> (at % 2 === 0 ? 4 : 0)) & 15;
  const labels = Uint8Array.from({ length: count }, (_, image) => half(image));
  const places = [];
  const inks = [];
  const starts = [0];
  for (let image = 0, at = count; image < count; image++) {
    for (let place = 0; place < PIXELS; ) {
      const ink = half(at++);
      if (ink === 0) {
        place += half(at++) + 1;
        continue;
      }
      places.push(place++);
      inks.push(ink / 15);
    }
    starts.push(places.length);
  }
  return { labels, starts: Uint32Array.from(starts), places: Uint16Array.from(places), inks: Float32Array.from(inks) };
}

/** Weights in rows, one for each input and a last one with the biases. @param {() => number} random */
export function begin(random) {
  return [[PIXELS, HIDDEN], [HIDDEN, HIDDEN], [HIDDEN, CLASSES]].map(([inputs = 0, outputs = 0]) => {
    const bound = Math.sqrt(6 / (inputs + outputs));
    return Float32Array.from({ length: (inputs + 1) * outputs }, (_, index) => (index < inputs * outputs ? bound * (2 * random() - 1) : 0));
  });
}

const [a1, a2, d1, d2] = Array.from({ length: 4 }, () => new Float32Array(HIDDEN));
const d3 = new Float32Array(CLASSES);
const sigmoid = (/** @type {number} */ x) => 1 / (1 + Math.exp(-x));

/**
 * The mean cost over the first images; writes its gradient.
 * @param {any[]} weights @param {any[]} gradient @param {any} digits @param {number} count
 */
export function gradient([w1, w2, w3], [g1, g2, g3], { labels, starts, places, inks }, count) {
  for (const part of [g1, g2, g3]) part.fill(0);
  let cost = 0;
  for (let image = 0; image < count; image++) {
    const [from, to] = [starts[image], starts[image + 1]];
    firstLayer(w1, places, inks, from, to);
    for (let j = 0; j < HIDDEN; j++) {
      let sum = w2[HIDDEN * HIDDEN + j];
      for (let i = 0; i < HIDDEN; i++) sum += a1[i] * w2[i * HIDDEN + j];
      a2[j] = sigmoid(sum);
    }
    const label = labels[image];
    for (let j = 0; j < CLASSES; j++) {
      let sum = w3[HIDDEN * CLASSES + j];
      for (let i = 0; i < HIDDEN; i++) sum += a2[i] * w3[i * CLASSES + j];
      const answer = sigmoid(sum);
      const error = answer - (j === label ? 1 : 0);
      cost += error * error;
      d3[j] = 2 * error * answer * (1 - answer);
      g3[HIDDEN * CLASSES + j] += d3[j];
    }
    for (let i = 0; i < HIDDEN; i++) {
      const a = a2[i];
      let sum = 0;
      for (let j = 0; j < CLASSES; j++) {
        sum += w3[i * CLASSES + j] * d3[j];
        g3[i * CLASSES + j] += a * d3[j];
      }
      d2[i] = sum * a * (1 - a);
      g2[HIDDEN * HIDDEN + i] += d2[i];
    }
    for (let i = 0; i < HIDDEN; i++) {
      const a = a1[i];
      let sum = 0;
      for (let j = 0; j < HIDDEN; j++) {
        sum += w2[i * HIDDEN + j] * d2[j];
        g2[i * HIDDEN + j] += a * d2[j];
      }
      d1[i] = sum * a * (1 - a);
      g1[PIXELS * HIDDEN + i] += d1[i];
    }
    spread(g1, places, inks, from, to);
  }
  for (const part of [g1, g2, g3]) for (let index = 0; index < part.length; index++) part[index] /= count;
  return cost / count;
}

/** @param {any} w @param {any} places @param {any} inks @param {number} from @param {number} to */
function firstLayer(w, places, inks, from, to) {
  let k = PIXELS * HIDDEN;
  let [s0, s1, s2, s3, s4, s5, s6, s7] = [w[k], w[k + 1], w[k + 2], w[k + 3], w[k + 4], w[k + 5], w[k + 6], w[k + 7]];
  let [s8, s9, sa, sb, sc, sd, se, sf] = [w[k + 8], w[k + 9], w[k + 10], w[k + 11], w[k + 12], w[k + 13], w[k + 14], w[k + 15]];
  for (let at = from; at < to; at++) {
    const ink = inks[at];
    k = places[at] * HIDDEN;
    s0 += ink * w[k]; s1 += ink * w[k + 1]; s2 += ink * w[k + 2]; s3 += ink * w[k + 3];
    s4 += ink * w[k + 4]; s5 += ink * w[k + 5]; s6 += ink * w[k + 6]; s7 += ink * w[k + 7];
    s8 += ink * w[k + 8]; s9 += ink * w[k + 9]; sa += ink * w[k + 10]; sb += ink * w[k + 11];
    sc += ink * w[k + 12]; sd += ink * w[k + 13]; se += ink * w[k + 14]; sf += ink * w[k + 15];
  }
  a1[0] = sigmoid(s0); a1[1] = sigmoid(s1); a1[2] = sigmoid(s2); a1[3] = sigmoid(s3);
  a1[4] = sigmoid(s4); a1[5] = sigmoid(s5); a1[6] = sigmoid(s6); a1[7] = sigmoid(s7);
  a1[8] = sigmoid(s8); a1[9] = sigmoid(s9); a1[10] = sigmoid(sa); a1[11] = sigmoid(sb);
  a1[12] = sigmoid(sc); a1[13] = sigmoid(sd); a1[14] = sigmoid(se); a1[15] = sigmoid(sf);
}

/** @param {any} g @param {any} places @param {any} inks @param {number} from @param {number} to */
function spread(g, places, inks, from, to) {
  const [s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, sa, sb, sc, sd, se, sf] = d1;
  for (let at = from; at < to; at++) {
    const ink = inks[at];
    const k = places[at] * HIDDEN;
    g[k] += ink * s0; g[k + 1] += ink * s1; g[k + 2] += ink * s2; g[k + 3] += ink * s3;
    g[k + 4] += ink * s4; g[k + 5] += ink * s5; g[k + 6] += ink * s6; g[k + 7] += ink * s7;
    g[k + 8] += ink * s8; g[k + 9] += ink * s9; g[k + 10] += ink * sa; g[k + 11] += ink * sb;
    g[k + 12] += ink * sc; g[k + 13] += ink * sd; g[k + 14] += ink * se; g[k + 15] += ink * sf;
  }
}
