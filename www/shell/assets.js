// Fetches the files of this site, the one place that does: by their path in the site, and with a reason where one does not come.

import { integrity } from "site-manifest";
import { LoadFault } from "./load-fault.js";

/**
 * The answer for a file of the site, checked against what the build has written down of it. Rejects with a `LoadFault`, or
 * with the signal's reason.
 * @param {string} path relative to the site's folder, where every script lies
 * @param {RequestInit} [options]
 * @returns {Promise<Response>}
 */
export async function asset(path, options = {}) {
  const address = new URL(path, import.meta.url);
  const check = integrity[path];
  if (!check) return passed(path, await asked(path, address, options));
  try {
    return await fetch(address, { ...options, integrity: check });
  } catch {
    options.signal?.throwIfAborted();
    // The browser does not say why: asked once more, past its cache, where the wrong file may lie.
    passed(path, await asked(path, address, { ...options, cache: "reload" }));
    return fetch(address, { ...options, integrity: check }).catch(() => {
      throw new LoadFault("damaged", path);
    });
  }
}

/** @param {string} path @param {URL} address @param {RequestInit} options */
async function asked(path, address, options) {
  const stop = new AbortController();
  let directive = "";
  const heard = (/** @type {SecurityPolicyViolationEvent} */ { blockedURI, effectiveDirective }) => blockedURI === address.href && (directive = effectiveDirective);
  globalThis.addEventListener("securitypolicyviolation", heard, { signal: stop.signal });
  try {
    return await fetch(address, options);
  } catch (reason) {
    options.signal?.throwIfAborted();
    // What the policy forbids is told in a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    throw new LoadFault(directive ? "policy" : "offline", path, String(reason), directive);
  } finally {
    stop.abort();
  }
}

/** The answer, if it is a file and not what a server says instead of one: no file that is asked for here is a page. @param {string} path @param {Response} answer */
function passed(path, answer) {
  if (!answer.ok) throw new LoadFault("missing", path, String(answer.status));
  if (answer.headers.get("content-type")?.includes("html")) throw new LoadFault("wrongKind", path);
  return answer;
}

/** The data that a JSON file of the site holds. @param {string} path @returns {Promise<any>} */
export async function data(path) {
  const answer = await asset(path);
  return answer.json().catch((reason) => {
    throw new LoadFault("damaged", path, String(reason));
  });
}
