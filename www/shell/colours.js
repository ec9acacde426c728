// A colour as a host may write it in CSS, as the core reads it: #rrggbb.

import { element } from "./dom.js";

/**
 * @param {string} colour anything that CSS takes
 * @param {HTMLElement} place where it is in force: what is light or dark there decides
 */
export function asHex(colour, place) {
  if (/^(#[\da-f]{6})?$/i.test(colour)) return colour;
  const probe = element("span");
  probe.style.color = colour;
  place.append(probe);
  const brush = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(1, 1).getContext("2d"));
  brush.fillStyle = getComputedStyle(probe).color;
  probe.remove();
  brush.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = brush.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
