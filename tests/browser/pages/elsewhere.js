// What scripts of other people leave behind on a page: a loader of modules, extra methods, and a scene set up before its module has come.

/** @type {any} */ (Array.prototype).last = function () {
  return this[this.length - 1];
};
/** @type {any} */ (Object.prototype).isEmpty = function () {
  return Object.keys(this).length === 0;
};
Object.assign(window, { define: Object.assign(() => { throw new Error("called"); }, { amd: {} }), require: () => { throw new Error("called"); }, module: {}, exports: {}, process: { env: {} } });

/** The address of the module is in the page's own. */
const site = String(new URLSearchParams(location.search).get("site"));

addEventListener("DOMContentLoaded", () => {
  const scene = /** @type {import("../scene.js").SceneElement} */ (document.createElement("downhill-scene"));
  scene.id = "early";
  scene.setAttribute("scene", "scrubber");
  scene.experiment = { loss: { name: "bowl" }, optimizer: { name: "gradientDescent", learningRate: 0.25 }, start: [-3], steps: 9 };
  document.querySelector("main")?.append(scene);
  Object.assign(window, { names: [...Object.getOwnPropertyNames(window), "names"] });
  for (const address of [`${site}downhill.js`, `${site}downhill.js?again`]) {
    const script = document.createElement("script");
    script.type = "module";
    script.src = address;
    document.head.append(script);
  }
});
