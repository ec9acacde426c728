// After a storm: every scene is put back as it was opened, and has to answer.

/** @typedef {import("../scene.js").SceneElement} SceneElement */
/** How a scene was opened. @typedef {{ attributes: Record<string, string>, experiment: import("../scene.js").Experiment | undefined }} Opened */
/** What a scene is like afterwards: whether its numbers are numbers, which step one step from the start led to, and which of its figures show nothing. @typedef {{ scene: string, finite: boolean, step: string, blank: string[] }} Revived */

/** Longest wait for a scene, in milliseconds. */
const PATIENCE = 20_000;

/** @returns {SceneElement[]} */
export const outermost = () => [...document.querySelectorAll("downhill-scene")];

/** @returns {Map<SceneElement, Opened>} */
export function remember() {
  return new Map(outermost().map((scene) => [scene, { attributes: Object.fromEntries([...scene.attributes].map(({ name, value }) => [name, value])), experiment: scene.experiment }]));
}

/** @param {Map<SceneElement, Opened>} opened @returns {Promise<Revived[]>} */
export async function revive(opened) {
  /** @type {Revived[]} */
  const revived = [];
  for (const [scene, { attributes, experiment }] of opened) {
    for (const name of scene.getAttributeNames()) if (!(name in attributes)) scene.removeAttribute(name);
    for (const [name, value] of Object.entries(attributes)) if (scene.getAttribute(name) !== value) scene.setAttribute(name, value);
    if (!experiment) continue;
    await reopen(scene);
    const id = String(attributes["scene"]);
    const finite = numbersOf(scene.experiment).every(Number.isFinite);
    scene.experiment = experiment;
    scene.reset();
    scene.step();
    await drawn();
    const blank = [];
    for (const stage of stagesOf(scene)) {
      const isPainted = () => {
        // What nobody sees is not drawn; and what stands above may still grow.
        stage.scrollIntoView({ block: "center", behavior: "instant" });
        return ![...stage.querySelectorAll("canvas")].every(isBlank);
      };
      await until(isPainted);
      if (!isPainted()) blank.push(String(stage.getAttribute("data-kind")));
    }
    revived.push({ scene: id, finite, step: String(scene.parameters()["step"]), blank });
  }
  return revived;
}

/** Opens a scene anew, with whatever it has come to: its list of earlier runs is empty then. @param {SceneElement} scene */
export async function reopen(scene) {
  const stands = new Promise((done) => scene.addEventListener("downhill-ready", done, { once: true }));
  const { parentNode, nextSibling } = scene;
  scene.remove();
  // Put back at once, it would only have been moved.
  await drawn();
  parentNode?.insertBefore(scene, nextSibling);
  await stands;
}

/** @param {SceneElement} scene */
const stagesOf = (scene) => [...(scene.shadowRoot?.querySelectorAll(".stage[data-kind]") ?? [])].filter((stage) => stage.checkVisibility() && stage.querySelector("canvas"));

/** @param {unknown} value @returns {number[]} */
function numbersOf(value) {
  if (typeof value === "number") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(numbersOf) : [];
}

/** @param {HTMLCanvasElement} canvas */
function isBlank(canvas) {
  if (canvas.width === 0 || canvas.height === 0) return true;
  const copy = new OffscreenCanvas(64, 64);
  const brush = /** @type {OffscreenCanvasRenderingContext2D} */ (copy.getContext("2d", { willReadFrequently: true }));
  brush.drawImage(canvas, 0, 0, 64, 64);
  const pixels = new Uint32Array(brush.getImageData(0, 0, 64, 64).data.buffer);
  return pixels.every((pixel) => pixel === pixels[0]);
}

/** Waits for the frame that shows everything done so far. */
const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/** Waits, frame by frame, and goes on when it takes too long: what is then said is found out by the test. @param {() => unknown} condition */
async function until(condition) {
  for (const begun = performance.now(); !condition() && performance.now() - begun < PATIENCE; ) await new Promise(requestAnimationFrame);
}
