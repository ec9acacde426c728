// Keeps Python's files in the browser's own store for later visits, with a connection or without; where there is no store, nothing is kept.

/** @typedef {import("./files.js").Row} Row */
/** @typedef {import("./files.js").Bytes} Bytes */

const STORE = "downhill-python";
const SITE = new URL("./", import.meta.url);

/** A file is kept under its name and what it must be. @param {Row} row */
const address = ({ name, sha256 }) => new URL(`python/${name}?${sha256}`, SITE).href;

/** The store, on pages of the site itself only: what a host's own page keeps is the host's to say. Throws where the browser denies it. */
async function store() {
  return SITE.origin === location.origin ? globalThis.caches?.open(STORE) : undefined;
}

/** What is kept of a file. @param {Row} row @returns {Promise<Bytes | undefined>} */
export async function kept(row) {
  try {
    const answer = await (await store())?.match(address(row));
    return answer && new Uint8Array(await answer.arrayBuffer());
  } catch {
    return undefined;
  }
}

/** Keeps a file in place of what it was in other versions of the site. @param {Row} row @param {Bytes} bytes */
export async function keep(row, bytes) {
  try {
    const cache = await store();
    if (!cache) return;
    const before = await cache.keys(new URL(`python/${row.name}`, SITE), { ignoreSearch: true });
    await cache.put(address(row), new Response(bytes));
    for (const request of before) if (request.url !== address(row)) await cache.delete(request);
  } catch {
    // Full, or denied: it is fetched at the next visit.
  }
}
