// What the page's surroundings do: attributes, address, history, theme, sight, size, storage, messages.

/** @typedef {import("./kinds.js").Storm} Storm */

/** @param {Storm} storm */
export function attribute({ random, targets, text, parameter }) {
  const target = random.pick(targets.scenes);
  const name = random.pick(Object.keys(VALUES));
  // Opening another scene takes long and is done less often.
  if (name === "scene" && random.chance(0.9)) return { type: "attribute", target };
  const value = parameter(name);
  if (random.chance(0.2) && name !== "scene") target.removeAttribute(name);
  else target.setAttribute(name, value);
  if (random.chance(0.02)) target.setAttribute(random.pick(["class", "title", "dir", "hidden", "data-theme"]), text().replace(/^$/, "x"));
  return { type: `attribute ${name}=${value.slice(0, 60)}`, target };
}

/** @param {Storm} storm */
export function restore({ random, targets, parameter }) {
  const target = random.pick(targets.scenes);
  const state = someOf(random, parameter);
  target.restore?.(state);
  return { type: `restore ${new URLSearchParams(state).toString().slice(0, 90)}`, target };
}

/** @param {Storm} storm */
export function call({ random, targets }) {
  const target = random.pick(targets.scenes);
  const method = random.pick(/** @type {const} */ (["step", "run", "reset"]));
  if (method === "step") target.step?.(random.pick([1, -1, 5, 1000, -1e9, 0.5, NaN]));
  else target[method]?.();
  return { type: method, target };
}

/** @param {Storm} storm */
export function address({ random, text, parameter, targets }) {
  const hash = random.chance(0.7) ? new URLSearchParams(someOf(random, parameter)).toString() : random.chance(0.5) ? (random.pick([...document.querySelectorAll("section[id]")].concat(document.body)).id) : text().slice(0, 2000);
  const way = random.weigh(/** @type {[number, string][]} */ ([[5, "hash"], [2, "push"], [2, "replace"], [1, "popstate"]]));
  const place = `${location.pathname}${location.search}#${hash}`;
  if (way === "hash") location.replace(`#${hash.replace(/\p{Surrogate}/gu, "")}`);
  else if (way === "push") history.pushState(null, "", place);
  else if (way === "replace") history.replaceState(null, "", place);
  else window.dispatchEvent(new PopStateEvent("popstate", { state: null }));
  return { type: `address ${way} ${hash.slice(0, 60)}`, target: targets.scenes[0] ?? document.body };
}

/** @param {Storm} storm */
export function theme({ random, targets }) {
  const page = document.documentElement;
  const name = random.pick(["light", "dark", "projector", "auto", "none"]);
  if (random.chance(0.5)) page.dataset["theme"] = name;
  else if (random.chance(0.5)) delete page.dataset["theme"];
  else random.pick(targets.scenes).setAttribute("theme", name);
  return { type: `theme ${name}`, target: page };
}

/** @param {Storm} storm */
export function sight({ random }) {
  const hidden = random.chance(0.3);
  Object.defineProperty(document, "visibilityState", { configurable: true, get: () => (hidden ? "hidden" : "visible") });
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  const type = random.pick(["pagehide", "pageshow", "blur", "focus", "freeze", "resume", "beforeprint", "afterprint", "online", "offline"]);
  window.dispatchEvent(new Event(type));
  return { type: `sight ${hidden ? "hidden" : "visible"}, ${type}`, target: document.body };
}

/** @param {Storm} storm */
export function size({ random, targets }) {
  const target = random.pick(targets.scenes);
  const width = random.pick(["", "", "0px", "1px", "37.5px", "320px", "5000px"]);
  target.style.width = width;
  target.style.display = random.chance(0.1) ? "none" : random.chance(0.1) ? "inline" : "";
  window.dispatchEvent(new Event(random.pick(["resize", "orientationchange"])));
  return { type: `size ${width}`, target };
}

/** @param {Storm} storm */
export function move({ random, targets }) {
  const target = random.pick(targets.scenes);
  const { parentNode, nextSibling } = target;
  const back = () => void parentNode?.insertBefore(target, nextSibling);
  target.remove();
  if (random.chance(0.5)) back();
  // By then it has been given up, and opens anew.
  else setTimeout(back);
  return { type: "taken out and put back", target };
}

/** @param {Storm} storm */
export function canvas({ random, targets }) {
  const target = targets.one(random, "stage");
  const type = random.pick(["contextlost", "contextrestored", "webglcontextlost", "transitionend", "animationend", "scroll", "error", "load"]);
  target.dispatchEvent(new Event(type, { cancelable: true }));
  return { type, target };
}

/** Another tab that writes into the store. @param {Storm} storm */
export function store({ random, text }) {
  const key = random.pick(["downhill.progress", "downhill.progress.copy", "downhill.theme", "other", null]);
  const newValue = key === null || random.chance(0.2) ? null : text();
  if (key !== null && newValue !== null) localStorage.setItem(key, newValue);
  window.dispatchEvent(new StorageEvent("storage", { key, newValue, storageArea: localStorage }));
  return { type: `store ${key} ${newValue?.slice(0, 40)}`, target: document.body };
}

/** @param {Storm} storm */
export function message({ random, text, parameter }) {
  const data = random.pick([text(), { source: "downhill", type: text() }, { source: "downhill", type: "restore", detail: someOf(random, parameter), parameters: { scene: text() } },
    { source: "downhill", type: "step", detail: { count: 1e9 } }, { source: "downhill", type: "configure", attributes: someOf(random, parameter) }, null, [text()], { type: "result", nonce: 1, output: text() }]);
  window.postMessage(data, "*");
  return { type: `message ${JSON.stringify(data)?.slice(0, 60)}`, target: document.body };
}

/** @param {import("./random.js").Random} random @param {(name: string) => string} parameter @returns {Record<string, string>} */
function someOf(random, parameter) {
  const names = Object.keys(VALUES).filter((name) => name !== "scene");
  return Object.fromEntries(Array.from({ length: 1 + random.below(3) }, () => random.pick(names)).map((name) => [name, parameter(name)]));
}

const LOSSES = ["bowl", "shiftedBowl(center=2)", "ravine", "rosenbrock", "himmelblau", "twoWells", "saddle", "absoluteError(measurements=[1 2 3])", "regression", "logistic", "perceptron", "(x-3)^2", "x^2+3*y^2", "sin(x)*exp(y)", "1/x", "exp(exp(x))", "ln(x)", "|x|^0.1", "x^99", "lopsided"];
const METHODS = ["gradientDescent", "momentum(momentum=0.99)", "nesterov", "adagrad", "rmsprop", "adam(beta1=0.5)", "newton"];

/** Values of every parameter that somebody might give, good ones and ones at the edge. @type {Record<string, string[]>} */
export const VALUES = {
  scene: ["surface", "slope", "median", "penguins", "landscape", "race", "batches", "playground", "scrubber", "logistic"],
  preset: ["best", "zigzag", "plain", "none"],
  loss: LOSSES,
  optimizer: METHODS,
  alpha: ["0", "0.001", "0.1", "0.4", "1", "1.1", "10", "1e6", "1e-300", "-1", "NaN"],
  beta: ["0", "0.5", "0.9", "0.999", "1"],
  others: ["momentum", "adam;rmsprop", METHODS.join(";"), ""],
  start: ["5", "-5,-2", "0,0", "1e12", "1e12,-1e12", "0.0001", "-3.1,2.9", "1,2,3"],
  steps: ["0", "1", "25", "200", "1000", "5000"],
  stop: ["gradientBelow=0.001", "lossChangeBelow=0.1", "gradientBelow=1e300", "gradientBelow=-1"],
  seed: ["0", "1", "42", "9007199254740991"],
  batch: ["1", "10", "1000000"],
  shuffle: ["true", "false"],
  marbles: ["1,1;2,2;-3,3", "0,0", "5;6;7", ";;;"],
  step: ["0", "1", "7", "25", "1000000"],
  scale: ["linear", "log"],
  view: ["0.5,0.5", "-3,9", "1e12,1e12"],
  hide: ["alpha", "transport,share", "loss,optimizer,steps,table", "everything", ""],
  lock: ["alpha", "start", "loss,optimizer,steps,data", ""],
  lang: ["en", "en-GB", "tlh", "x"],
  theme: ["auto", "light", "dark", "projector"],
};
