// What can happen to the page, and how often each of it does.
import { address, attribute, call, canvas, message, move, restore, sight, size, store, theme } from "./host.js";
import { mouse, pointer, touch, wheel } from "./pointers.js";
import { choose, disclose, file, focus, key, paste, press, scroll, slide, type } from "./reader.js";

/**
 * What an event is made of: choices, what can be hit, a text to type and a value for a parameter.
 * @typedef {object} Storm
 * @property {import("./random.js").Random} random
 * @property {import("./targets.js").Targets} targets
 * @property {() => string} text
 * @property {(parameter: string) => string} parameter
 */
/** Makes one event and says which. @typedef {(storm: Storm) => { type: string, target: Element }} Kind */

/** Of every thousand and a few. The browser throttles changes of the address, and opening anew takes long. @type {[number, Kind][]} */
export const ANYTHING = [
  [380, pointer], [40, mouse], [20, touch], [40, wheel], [170, key], [90, slide], [60, press], [60, type], [30, choose], [35, focus], [20, paste], [12, disclose], [8, file],
  [25, attribute], [10, restore], [15, call], [4, theme], [6, sight], [5, size], [10, canvas], [4, scroll], [4, message], [4, store], [1, move], [1, address],
];

/** The ways in for texts. @type {[number, Kind][]} */
export const TEXTS = [[430, type], [200, attribute], [110, restore], [90, message], [60, paste], [40, file], [40, store], [40, press], [20, choose], [20, disclose], [10, key], [4, address], [2, move]];

/** Interactions of a patient reader: nothing that opens a scene anew. @type {[number, Kind][]} */
export const PATIENT = [[420, pointer], [60, wheel], [200, key], [150, slide], [60, press], [40, type], [30, choose], [30, focus], [10, disclose], [20, call], [10, theme], [5, size]];
