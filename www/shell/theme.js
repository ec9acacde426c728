// The page's theme: as the system has it, light, dark or for a projector; remembered.

import { element } from "./dom.js";
import { THEMES } from "./parameters.js";
import { recall, remember } from "./storage.js";

/** Applies a theme to the page. @param {string | undefined} theme */
export function applyTheme(theme) {
  if (theme === undefined || theme === "auto" || !THEMES.includes(theme)) delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

/** The theme chosen on an earlier visit. */
export const rememberedTheme = () => recall("theme");

/** The choice of theme. @param {{ say(key: string): string }} words */
export function themeSwitch(words) {
  const select = element("select", {}, ...THEMES.map((theme) => element("option", { value: theme, text: words.say(`theme.${theme}`) })));
  const chosen = rememberedTheme() ?? "auto";
  select.value = THEMES.includes(chosen) ? chosen : "auto";
  select.addEventListener("change", () => {
    applyTheme(select.value);
    remember("theme", select.value);
  });
  return element("div", { class: "page-tools" }, element("label", {}, words.say("theme.label"), select));
}
