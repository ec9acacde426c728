// Experiment: a goal to reach in a live figure, the one of the section that the card stands in or else one in the card.

import { element } from "../../shell/dom.js";
import { watchTheme } from "../../shell/look.js";
import { paragraph } from "../text.js";

/** @typedef {import("../../downhill.js").DownhillScene} Figure */
/** @typedef {import("../types.js").Trial} Trial */
/** @typedef {import("../types.js").Bench} Bench */

/** @param {Trial} challenge @param {Bench} bench @returns {import("../types.js").Answering} */
export function experiment(challenge, bench) {
  const { words } = bench;
  const box = element("div", { class: "answering" });
  /** @type {Figure | undefined} */
  let figure;
  let own = false;
  /** What the reader had set on an earlier visit. @type {object} */
  let kept = {};
  /** Settings that wait for the figure to stand. @type {object | undefined} */
  let waiting;

  const set = (/** @type {any} */ wanted) => {
    const whole = { ...challenge.experiment, ...wanted };
    if (figure?.experiment) figure.experiment = whole;
    else waiting = whole;
  };
  const stands = () => {
    if (figure && waiting) figure.experiment = /** @type {any} */ (waiting);
    waiting = undefined;
  };
  const show = () => {
    figure?.scrollIntoView({ block: "center", behavior: reducedMotion() ? "instant" : "smooth" });
    // The reader's next Tab goes on from the figure.
    figure?.setAttribute("tabindex", "-1");
    figure?.focus({ preventScroll: true });
  };
  const button = (/** @type {string} */ key, /** @type {() => void} */ onclick) => element("button", { type: "button", text: words.say(key), onclick });
  const begin = () => {
    if (challenge.preset && figure?.experiment) figure.restore({ preset: challenge.preset });
    set({});
  };
  const changed = () => own && bench.changed();

  const restyle = () => void (own && figure && dress(figure, bench.host()));
  const stopWatching = watchTheme(restyle);

  return {
    element: box,
    start() {
      figure = besides(bench.host(), challenge.scene);
      own = !figure;
      figure ??= embedded(challenge);
      figure.addEventListener("downhill-ready", stands);
      figure.addEventListener("downhill-change", changed);
      const buttons = [...(own ? [] : [button("practice.experiment.show", show)]), button("practice.experiment.begin", begin)];
      box.append(paragraph(words.say(own ? "practice.experiment.own" : "practice.experiment.above")),
        element("div", { class: "buttons" }, ...buttons), ...(own ? [figure] : []));
      // A figure of the card's own begins as the challenge does; one of the lesson is left to the reader until asked for.
      if (own) set(kept);
      restyle();
    },
    restyle,
    read: () => figure?.experiment,
    write: (answer) => void (kept = answer !== null && typeof answer === "object" ? answer : {}),
    reset: begin,
    solution: () => element("div", { class: "buttons" }, button("practice.experiment.solution", () => {
      set(challenge.solution);
      if (!own) show();
    })),
    focus: () => {},
    dispose: () => {
      figure?.removeEventListener("downhill-ready", stands);
      figure?.removeEventListener("downhill-change", changed);
      stopWatching();
    },
  };
}

/** The figure of this scene in the section that an element stands in. @param {Element | null} host @param {string} scene @returns {Figure | undefined} */
function besides(host, scene) {
  const found = host?.closest("section")?.querySelectorAll(`downhill-scene[scene="${CSS.escape(scene)}"]`);
  return /** @type {Figure | undefined} */ (found?.[0]);
}

/** @param {Trial} challenge @returns {Figure} */
function embedded({ scene, preset }) {
  return /** @type {Figure} */ (element("downhill-scene", { scene, preset, hide: "presets,share,export,history" }));
}

/** A figure inside another one wears its theme, which it cannot see from there. @param {Figure} figure @param {Element | null} host */
function dress(figure, host) {
  const theme = host?.getAttribute("theme") ?? document.documentElement.dataset["theme"];
  if (theme && theme !== "auto") figure.setAttribute("theme", theme);
  else figure.removeAttribute("theme");
}

const reducedMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
