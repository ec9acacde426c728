// Asks the browser to keep the site for visits without a connection: late, and without a word if it will not.

/** When the page has what it opens with, in milliseconds after its first figure. */
const LATE = 3000;

/** Called once, by the page of the site itself. */
export function keepForOffline() {
  // A page from disk is there anyway.
  if (!location.protocol.startsWith("http")) return;
  addEventListener("downhill-ready", () => setTimeout(() => void register().catch(() => undefined), LATE), { once: true });
}

/** In some frames even asking for the container throws; over plain HTTP there is none. */
async function register() {
  await navigator.serviceWorker?.register(new URL("./sw.js", import.meta.url), { updateViaCache: "none" });
}
