// Plain data: comparing it, and leaving a field out.

/** Whether two pieces of plain data say the same, whatever the order of their fields. @param {any} a @param {any} b @returns {boolean} */
export function same(a, b) {
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => same(a[key], b[key]));
}

/** The object without one field. @template {object} T @param {T} object @param {string} key @returns {Record<string, any>} */
export function without(object, key) {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}
