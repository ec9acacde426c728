// The script of a page that is one scene in one file: opened from a disk, it asks nobody for anything.

import { sceneFromAddress } from "../shell/address.js";
import { talkToParent } from "../shell/frame-messages.js";
import { fromQuery } from "../shell/parameters.js";
import { DownhillScene } from "../shell/scene-element.js";
import { applyTheme, rememberedTheme } from "../shell/theme.js";

customElements.define("downhill-scene", DownhillScene);
applyTheme(fromQuery(location.search)["theme"] ?? rememberedTheme());
const scene = sceneFromAddress({ scene: document.documentElement.dataset["scene"] ?? "" });
talkToParent(scene);
if (scene) document.querySelector("main")?.append(scene);
document.querySelector(".unstarted")?.remove();
