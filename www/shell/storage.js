// What the page remembers on this machine; where storing is forbidden, for as long as the page is open.

/** @type {Map<string, string>} */
const memory = new Map();
const PREFIX = "downhill.";

/** @param {string} key @returns {string | undefined} */
export function recall(key) {
  try {
    return localStorage.getItem(PREFIX + key) ?? memory.get(key);
  } catch {
    return memory.get(key);
  }
}

/** @param {string} key @param {string} value */
export function remember(key, value) {
  memory.set(key, value);
  try {
    localStorage.setItem(PREFIX + key, value);
  } catch {
    // A closed or full store is no reason to stop: the memory above serves this visit.
  }
}
