// Puts a text into the clipboard, where the page may.

/**
 * Rejects where the clipboard is closed. In a frame that was not given it the browser is not even asked, as it would complain aloud.
 * @param {string} text
 */
export async function copyText(text) {
  const policy = /** @type {{ featurePolicy?: { allowsFeature(name: string): boolean } }} */ (/** @type {unknown} */ (document)).featurePolicy;
  if (policy?.allowsFeature("clipboard-write") === false) throw new Error("clipboard");
  await navigator.clipboard.writeText(text);
}
