// The kinds of challenges, each with the part of the card in which it is answered.

import { choice } from "./kinds/choice.js";
import { experiment } from "./kinds/experiment.js";
import { fields } from "./kinds/fields.js";
import { fill } from "./kinds/fill.js";
import { fix } from "./kinds/fix.js";
import { python } from "./kinds/python.js";
import { reorder } from "./kinds/reorder.js";

/** @typedef {import("./types.js").Answering} Answering */
/** @typedef {(challenge: any, bench: import("./types.js").Bench) => Answering} Kind */

/** @type {Record<string, Kind>} */
const KINDS = { predict: fields, numeric: fields, fix, fill, reorder, choice, experiment, python };

/** @param {import("./types.js").Challenge} challenge @param {import("./types.js").Bench} bench @returns {Answering} */
export function answering(challenge, bench) {
  const kind = KINDS[challenge.kind];
  if (!kind) throw new Error(challenge.kind);
  return kind(challenge, bench);
}
