/** A program in Python arrives as text. */
declare module "*.py" {
  const text: string;
  export default text;
}

/** What the build has put into `python/`. */
declare module "python-manifest" {
  export const python: string;
  export const files: { name: string; bytes: number; gzip: number; sha256: string }[];
}

/** What Pyodide's list of packages says about itself. */
declare module "pyodide-info" {
  export const info: { arch: "wasm32" | "wasm64"; platform: string; version: string; python: string; abi_version: string };
}

/** As much of Pyodide as is used here; its own types are written for Node.js, too. */
declare module "pyodide/pyodide.mjs" {
  interface PyProxy {
    (...args: unknown[]): PyProxy;
    get(name: string): PyProxy;
    toJs(options?: object): any;
  }
  interface Pyodide {
    toPy(value: object): PyProxy;
    runPython(code: string, options: { globals: PyProxy; filename: string }): unknown;
  }
  export function loadPyodide(settings: object): Promise<Pyodide>;
}

declare module "pyodide/pyodide.asm.mjs" {
  const create: (settings: object) => Promise<unknown>;
  export default create;
}
