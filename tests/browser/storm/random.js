// Random choices that a seed decides, so that whatever they find can be found again.
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

export class Random {
  /** @param {number} seed */
  constructor(seed) {
    this.generator = xoroshiro128plus(seed);
  }

  /** A whole number from 0 to before `count`. @param {number} count */
  below(count) {
    return uniformInt(this.generator, 0, count - 1);
  }

  /** A number between the two. @param {number} lowest @param {number} highest */
  between(lowest, highest) {
    return lowest + ((highest - lowest) * this.below(2 ** 30)) / 2 ** 30;
  }

  /** @param {number} share how often it is true, from 0 to 1 */
  chance(share) {
    return this.between(0, 1) < share;
  }

  /** @template T @param {readonly T[]} list not empty @returns {T} */
  pick(list) {
    return /** @type {T} */ (list[this.below(list.length)]);
  }

  /** One of the things, each as often as its weight says. @template T @param {readonly (readonly [number, T])[]} weighted @returns {T} */
  weigh(weighted) {
    let left = this.below(weighted.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, one] of weighted) if ((left -= weight) < 0) return one;
    throw new Error("nothing to choose from");
  }
}
