// Messages of a page around a frame, true ones and such as anybody may post: none breaks the listener, and only what is asked
// for as it should be reaches the scene.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { PARAMETERS } from "../../www/shell/parameters.js";

const ORIGIN = "https://school.example";

export const pieces = [
  '{"target":"downhill","type":"', '"target":"downhill"', '"type":', '"get"', '"set"', '"restore"', '"experiment"', '"step"', '"run"', '"reset"', '"id":', '"parameters":{', '"count":',
  ...Object.keys(PARAMETERS).map((name) => `"${name}":`), '"experiment":{', '"loss":{"name":"bowl"}', '"__proto__":', '"constructor":', '"hasOwnProperty":', '"$date"', '"$map"', '"$cycle"', '"$big"', '"$bytes"',
  "{", "}", "[", "]", ",", ":", "null", "true", "1e999", "-1", "1000001", "0.5", '"0.1"', '"<b>"', "\\ud800",
];

/** What JSON cannot say and a message can hold. @type {Record<string, () => unknown>} */
const OTHERS = {
  $date: () => new Date(0),
  $map: () => new Map([["target", "downhill"]]),
  $big: () => 10n ** 30n,
  $bytes: () => new Uint8Array(8),
  $cycle: () => {
    /** @type {unknown[]} */
    const cycle = [];
    cycle.push(cycle);
    return cycle;
  },
};

/** What the page around has been told. @type {unknown[]} */
let told = [];
const parent = { postMessage: (/** @type {unknown} */ answer) => void told.push(answer) };

/** A scene that notes what is done to it. */
class Scene extends EventTarget {
  /** @type {[string, unknown][]} */
  calls = [];
  /** @param {string} name @param {unknown} [value] */
  note(name, value) {
    this.calls.push([name, value]);
  }
  setAttribute(/** @type {string} */ name, /** @type {unknown} */ text) {
    assert.equal(typeof text, "string");
    this.note(name, text);
  }
  removeAttribute(/** @type {string} */ name) {
    this.note(name);
  }
  restore(/** @type {Record<string, unknown>} */ texts) {
    for (const [name, text] of Object.entries(texts)) this.setAttribute(name, text);
  }
  step(/** @type {unknown} */ count) {
    assert.ok(Number.isInteger(count));
    this.note("step", count);
  }
  run() {
    this.note("run");
  }
  reset() {
    this.note("reset");
  }
  async settled() {}
  parameters() {
    return {};
  }
  get experiment() {
    return undefined;
  }
  set experiment(value) {
    assert.ok(value && typeof value === "object");
    this.note("experiment", value);
  }
}

const scene = new Scene();
const listen = await listener();

/** Opens the frame's side in a page that has only what it needs. @returns {Promise<(event: object) => Promise<void>>} */
async function listener() {
  /** @type {any} */
  let heard;
  Object.assign(globalThis, {
    window: { parent, setTimeout },
    location: { search: `?parent=${ORIGIN}` },
    document: { referrer: "" },
    requestAnimationFrame: (/** @type {() => void} */ action) => queueMicrotask(action),
    addEventListener: (/** @type {string} */ _type, /** @type {unknown} */ listener) => (heard = listener),
  });
  const { answerParent } = await import(`data:text/javascript,${encodeURIComponent(await alone())}`);
  answerParent(/** @type {any} */ (scene), parent.postMessage, (/** @type {{ field: string }} */ { field }) => field);
  scene.dispatchEvent(new Event("downhill-ready"));
  return heard;
}

/** The listener's script without the core, whose end it would wait out. */
async function alone() {
  const lost = { name: "no-core", setup: (/** @type {import("esbuild").PluginBuild} */ build) => build.onLoad({ filter: /core-lost\.js$/ }, () => ({ contents: "export const unlessLost = (action) => action();" })) };
  const entry = fileURLToPath(new URL("../../www/shell/frame-requests.js", import.meta.url));
  const { outputFiles } = await esbuild.build({ entryPoints: [entry], bundle: true, write: false, format: "esm", plugins: [lost] });
  return outputFiles[0]?.text ?? "";
}

/** What may be done to a scene. */
const ALLOWED = [...Object.keys(PARAMETERS), "step", "run", "reset", "experiment"];

/** @param {string} text what JSON says, posted by strangers and by the page around */
export async function fuzz(text) {
  const data = message(text);
  scene.calls = [];
  told = [];
  for (const stranger of [{ source: {}, origin: ORIGIN }, { source: parent, origin: "https://elsewhere.example" }, { source: null, origin: "null" }]) await listen({ ...stranger, data });
  assert.deepEqual([scene.calls, told], [[], []], "a stranger is listened to");
  await listen({ source: parent, origin: ORIGIN, data });
  assert.ok(told.length <= 1 && scene.calls.every(([name]) => ALLOWED.includes(name)));
  assert.ok(scene.calls.length === 0 || told.length === 1, "something is done and not answered");
  structuredClone(told);
  assert.deepEqual(Object.keys(Object.prototype), [], "every object has a new field");
}

/** @param {string} text JSON, in which some words stand for what JSON cannot say @returns {unknown} */
function message(text) {
  try {
    return JSON.parse(text, (_, value) => (typeof value === "string" && Object.hasOwn(OTHERS, value) ? OTHERS[value]?.() : value));
  } catch {
    return text;
  }
}
