// Checked by tsc, never run: the core's generated glue has what www/shell/downhill-core.d.ts promises the shell.
import * as generated from "../dist/downhill-core.js";
import * as promised from "../www/shell/downhill-core.js";

export const kept: promised.Core = generated;
