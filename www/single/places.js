// In place of www/shell/places.js where a scene is one file: the page is that file, and the worker's script stands in it.

import worker from "kernels-script";
import { chosen } from "../shell/plain.js";
import { files } from "./assets.js";

/** What the worker may ask for. */
const ITS_OWN = /^(downhill-kernels-|digits\/)/;

/** The page that shows this scene again. */
export function pageAddress() {
  const address = new URL(location.href);
  address.hash = "";
  return address;
}

/** The worker's script with its files, made once. @type {string | undefined} */
let script;

/** Starts the kernels' worker. A page from a disk may start no worker that is a module. @param {string} name */
export function kernelsWorker(name) {
  const own = chosen(files(), (path) => ITS_OWN.test(path));
  script ??= URL.createObjectURL(new Blob([`globalThis.downhillFiles=${JSON.stringify(own)};`, worker], { type: "text/javascript" }));
  return new Worker(script, { name });
}
