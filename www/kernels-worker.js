// The worker in which the kernels compute: what can be called in it, by name.

import init, { kernelsKind } from "./downhill-kernels.js";
import { answering } from "./kernels/answering.js";
import { basinMap } from "./kernels/basins.js";
import { networkAt, networkDigits } from "./kernels/network.js";
import { compiled } from "./shell/compiling.js";

/** A call gives its result, a promise of it, or a generator as `answering` describes it. */
const CALLS = {
  basinMap,
  kernelsKind,
  networkAt,
  networkDigits,
};

// The page names the worker after the variant of the kernels that its browser understands.
answering(CALLS, async () => init({ module_or_path: await compiled(`downhill-kernels-${self.name}_bg.wasm`) }));
