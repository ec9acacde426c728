// The reader's progress: the one that all parts of this page share.

import { storage } from "../shell/storage.js";
import { Progress } from "./progress.js";

export const progress = new Progress(storage);

addEventListener("pagehide", () => progress.flush());
