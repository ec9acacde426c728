// Why something of the page could not be loaded.

/**
 * A code that the words have a sentence for, `load.<code>`: the site cannot be reached (`offline`), has no such file
 * (`missing`), answers with a page (`wrongKind`) or with other bytes than the build has written (`damaged`), the page's policy
 * forbids it (`policy`), the browser has no WebAssembly (`noWasm`), or a script did not come or came damaged (`script`). For
 * Python there are two more, `python.load.<code>`: for long nothing more comes (`stalled`), and what has come does not start (`start`).
 * @typedef {"offline" | "missing" | "wrongKind" | "damaged" | "policy" | "noWasm" | "stalled" | "start" | "script"} LoadCode
 */

export class LoadFault extends Error {
  /** @param {LoadCode} code @param {string} path of the file, in the site @param {string} [detail] for whoever looks into it @param {string} [directive] what of a policy forbids it */
  constructor(code, path, detail = "", directive = "") {
    super([path, code, detail].filter(Boolean).join(" "));
    this.code = code;
    this.path = path;
    this.directive = directive;
  }
}

/** Why a loading failed; of a script that was to be imported the browser tells no more than that it was not. @param {unknown} reason */
export function loadFaultOf(reason) {
  if (reason instanceof LoadFault) return reason;
  return new LoadFault(navigator.onLine ? "script" : "offline", "", reason instanceof Error ? reason.message : String(reason));
}
