// Gathers changes and answers them once in the next animation frame; asks for no frame when nothing has changed.

import { unlessLost } from "./core-lost.js";

/**
 * A function that asks for one call of `action` in the next frame, however often it is called.
 * @param {() => void} action
 * @returns {{ request: () => void, cancel: () => void }}
 */
export function oncePerFrame(action) {
  let pending = 0;
  const request = () => {
    pending ||= requestAnimationFrame(() => {
      pending = 0;
      unlessLost(action);
    });
  };
  const cancel = () => {
    cancelAnimationFrame(pending);
    pending = 0;
  };
  return { request, cancel };
}

/**
 * A function that asks for one call of `action` once nobody has asked for so long.
 * @param {() => void} action
 * @param {number} milliseconds
 */
export function whenSettled(action, milliseconds) {
  let timer = 0;
  const cancel = () => clearTimeout(timer);
  const request = () => {
    cancel();
    timer = window.setTimeout(() => unlessLost(action), milliseconds);
  };
  return { request, cancel };
}

/** Longest wait for a frame, in milliseconds: a page that nobody sees draws none. */
const PATIENCE = 300;

/** Resolves when what has been put on the page has been drawn. @returns {Promise<void>} */
export function drawn() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, PATIENCE);
  });
}

/** @type {Promise<void>} */
let queue = Promise.resolve();

/** Resolves in a task of the caller's own: many scenes that open at once would hold the page up together. @returns {Promise<void>} */
export function ownTask() {
  queue = queue.then(() => new Promise((resolve) => setTimeout(resolve)));
  return queue;
}
