// Formulas wider than the column scroll; those that do can be reached and scrolled with the keyboard, too.

/** @param {Iterable<Element>} formulas */
export function reachWideFormulas(formulas) {
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
      else target.removeAttribute("tabindex");
    }
  });
  for (const formula of formulas) sizes.observe(formula);
}
