// The few icons of the controls, as outlines in a 20 × 20 box that take the colour of their text.

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  back: "M13.5 4.5v11L6 10z M4 4.5v11",
  forward: "M6.5 4.5v11L14 10z M16 4.5v11",
  run: "M6 3.8v12.4L16 10z",
  pause: "M6.5 4v12 M13.5 4v12",
  reset: "M4.5 5v4h4 M4.9 8.6a6 6 0 1 1-.7 4.2",
  link: "M8.5 11.5a3 3 0 0 0 4.3 0l3-3a3 3 0 0 0-4.3-4.3l-1 1 M11.5 8.5a3 3 0 0 0-4.3 0l-3 3a3 3 0 0 0 4.3 4.3l1-1",
  turn: "M3 10c0-2 3.1-3.6 7-3.6s7 1.6 7 3.6-3.1 3.6-7 3.6 M12.4 11.2 9.6 13.6l2.8 2.4",
  clear: "M5 5l10 10 M15 5 5 15",
  stop: "M5.5 5.5h9v9h-9z",
  check: "M4 10.5l4 4 8-9",
  grip: "M7.5 4.5v.01 M12.5 4.5v.01 M7.5 10v.01 M12.5 10v.01 M7.5 15.5v.01 M12.5 15.5v.01",
  up: "M10 16V4 M5 9l5-5 5 5",
  down: "M10 4v12 M5 11l5 5 5-5",
};

/** @typedef {keyof typeof PATHS} IconName */

/** @param {IconName} name @returns {SVGSVGElement} */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  svg.setAttribute("class", "icon");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** Puts another drawing into an icon. @param {SVGSVGElement} svg @param {IconName} name */
export function redraw(svg, name) {
  svg.firstElementChild?.setAttribute("d", PATHS[name]);
}
