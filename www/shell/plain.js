// Plain data: comparing it, and leaving fields out.

/** Whether two pieces of plain data say the same, whatever the order of their fields. @param {any} a @param {any} b @returns {boolean} */
export function same(a, b) {
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => same(a[key], b[key]));
}

/** Only the fields that are wanted. @template T @param {Record<string, T>} object @param {(name: string, value: T) => boolean} wanted @returns {Record<string, T>} */
export function chosen(object, wanted) {
  return Object.fromEntries(Object.entries(object).filter(([name, value]) => wanted(name, value)));
}

/** The object without one field. @param {object} object @param {string} key @returns {Record<string, any>} */
export function without(object, key) {
  return chosen(/** @type {Record<string, any>} */ (object), (name) => name !== key);
}
