// In an iframe: the scenes' events and the height of the page, told to the page around it.

const EVENTS = ["ready", "change", "step", "outcome", "solved", "error"];

/** Begins telling; does nothing in a page of its own. */
export function tellParent() {
  if (window.parent === window) return;
  for (const name of EVENTS) {
    document.addEventListener(`downhill-${name}`, (event) => tell({ source: "downhill", type: name, detail: /** @type {CustomEvent} */ (event).detail }));
  }
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (Math.abs(height - told) < 1) return;
    told = height;
    tell({ source: "downhill", type: "resize", height });
    tell({ subject: "lti.frameResize", height });
  }).observe(document.body);
}

/** Nothing of it is secret, and the page around may be anybody's. @param {object} message */
function tell(message) {
  window.parent.postMessage(message, "*");
}
