// The logarithmic scale of the learning rate: places on the slider, and the round numbers it stops at.

/** Places of the slider from end to end. */
export const PLACES = 1000;

/** A scale from one rate to a larger one. */
export class RateScale {
  /** @param {number} lowest @param {number} highest */
  constructor(lowest, highest) {
    this.lowest = lowest;
    this.highest = highest;
    this.span = Math.log(highest / lowest);
  }

  /** Between 0 and 1 for what is on the scale. @param {number} rate */
  share(rate) {
    if (rate <= this.lowest) return 0;
    return Math.min(Math.log(rate / this.lowest) / this.span, 1);
  }

  /** @param {number} rate */
  place(rate) {
    return Math.round(PLACES * this.share(rate));
  }

  /** The round rate nearest to a place. @param {number} place */
  rate(place) {
    return round(this.lowest * Math.exp((this.span * place) / PLACES));
  }

  /** The next round rate in a direction. @param {number} rate @param {number} way 1 or −1 @param {number} [times] */
  next(rate, way, times = 1) {
    let value = Math.min(Math.max(rate, this.lowest), this.highest);
    for (let count = 0; count < times; count += 1) {
      // Half a step past the border, so that from 1 downwards the finer steps below 1 are used.
      const unit = unitOf(way > 0 ? value * 1.000001 : value * 0.999999);
      value = Number(((way > 0 ? Math.floor(value / unit + 1e-6) + 1 : Math.ceil(value / unit - 1e-6) - 1) * unit).toPrecision(6));
    }
    return Math.min(Math.max(value, this.lowest), this.highest);
  }
}

/** @param {number} rate */
function round(rate) {
  const unit = unitOf(rate);
  return Number((Math.round(rate / unit) * unit).toPrecision(6));
}

/** Steps of one or two hundredths of the rate: 1.00, 1.02 … 2.00, 2.05 … 5.0, 5.1 … @param {number} rate */
function unitOf(rate) {
  const power = 10 ** Math.floor(Math.log10(rate));
  const leading = rate / power;
  return power * (leading < 2 ? 0.02 : leading < 5 ? 0.05 : 0.1);
}

/** The power of ten, or twice or five times it, next below. @param {number} size */
export function roundNumber(size) {
  const power = 10 ** Math.floor(Math.log10(size));
  return Number(([5, 2, 1].map((factor) => factor * power).find((unit) => unit <= size) ?? power).toPrecision(1));
}
