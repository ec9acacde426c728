// Where the page of the site and the kernels' worker are: beside this script.

const SCRIPT = new URL("./kernels-worker.js", import.meta.url);

/** The page that shows a scene by its query. */
export const pageAddress = () => new URL("./index.html", import.meta.url);

/** A script that imports the worker's, made once. @type {string | undefined} */
let bootstrap;

/** Starts the kernels' worker. It begins at an address of the page's own host; from another one the script is imported. @param {string} name */
export function kernelsWorker(name) {
  const own = SCRIPT.origin === location.origin;
  bootstrap ??= own ? undefined : URL.createObjectURL(new Blob([`import ${JSON.stringify(SCRIPT.href)};`], { type: "text/javascript" }));
  return new Worker(bootstrap ?? SCRIPT, { type: "module", name });
}
