// The programs that readers begin with: files in `text/<language>/python/`, English where a language has none.

/**
 * @param {import("../shell/labels.js").Words} words
 * @param {string} name
 * @returns {Promise<string>}
 */
export async function starter(words, name) {
  const folder = words.language.toLowerCase().split("-")[0] ?? "en";
  for (const language of new Set([folder, "en"])) {
    const answer = await fetch(new URL(`./text/${language}/python/${name}.py`, import.meta.url));
    if (answer.ok) return answer.text();
  }
  throw new Error(`${name}.py`);
}
