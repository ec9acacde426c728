// The script of configure.html, which helps instructors to embed a scene.

import { openConfigurator } from "./configure/page.js";

void openConfigurator();
