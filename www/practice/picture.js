// The picture of a challenge: what the answer does on the loss, beside the right one once it is known, and what each printed.

import { element } from "../shell/dom.js";
import { same } from "../shell/plain.js";
import { trailsFigure } from "../shell/trails-figure.js";

/** @typedef {import("./types.js").Challenge} Challenge */
/** @typedef {import("../shell/downhill-core.js").Trail} Trail */
/** @typedef {"given" | "yours" | "right"} Role */

/** Lines of output that are shown; a program may print thousands. */
const MOST_LINES = 8;

/**
 * @param {Challenge} challenge
 * @param {import("../shell/downhill-core.js").Outline} outline what is known before any answer
 * @param {import("../shell/labels.js").Words} words
 */
export function picture(challenge, outline, words) {
  const figure = trailsFigure(words);
  const printed = element("dl", { class: "printed" });
  const box = element("div", { class: "picture" }, figure.element, printed);

  /** What is shown. @type {{ yours?: Trail | undefined, known?: boolean }} */
  let now = {};

  /** Shows what is known by now. @param {Trail} [yours] the reader's last answer @param {boolean} [known] whether the right one may be seen */
  const show = (yours, known = false) => {
    // Nothing is drawn anew while the reader types.
    if (yours === now.yours && known === now.known) return;
    now = { yours, known };
    const { given, right } = outline;
    // The same twice would only hide itself.
    const mine = yours && known && alike(yours, right) ? undefined : yours;
    const old = given && mine && alike(given, mine) ? undefined : given;
    /** @type {[Role, Trail | undefined][]} */
    const all = [["given", old], ["yours", mine], ["right", known ? right : undefined]];
    const trails = all.flatMap(([role, trail]) => (trail ? [{ role, trail }] : []));
    figure.set({ loss: challenge.loss, start: [...outline.start], trails: trails.map(({ role, trail }) => ({ role, points: [...trail.points] })) });
    printed.replaceChildren(...trails.filter(({ trail }) => trail.output.length > 0).map(({ role, trail }) => outputOf(role, trail, words)));
    printed.hidden = printed.children.length === 0;
  };
  show(undefined, false);
  return { element: box, show, restyle: figure.restyle, dispose: figure.dispose };
}

/** @param {Trail} a @param {Trail} b */
const alike = (a, b) => same([...a.points], [...b.points]) && same(a.output, b.output);

/** @param {Role} role @param {Trail} trail @param {import("../shell/labels.js").Words} words */
function outputOf(role, { output }, words) {
  const more = output.length - MOST_LINES;
  const text = output.slice(0, MOST_LINES).join("\n");
  const rest = more > 0 ? [element("p", { class: "note", text: words.say("practice.printed.more", { count: more }) })] : [];
  return element("div", { "data-role": role }, element("dt", { text: words.say(`practice.printed.${role}`) }), element("dd", {}, element("pre", { text }), ...rest));
}
