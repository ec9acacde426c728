// Why Python could not be had, as a code that the words have a sentence for.

/** @typedef {"missing" | "wrong" | "network" | "stalled" | "policy" | "start"} FaultCode */

export class LoadFault extends Error {
  /** @param {FaultCode} code @param {string} [detail] */
  constructor(code, detail = "") {
    super(`${code} ${detail}`.trim());
    this.code = code;
  }
}
