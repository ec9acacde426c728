// The Content-Security-Policy of the site, in the one place it stands: each page carries it, and hosts may send it as a header, too.
import { createHash } from "node:crypto";

/** What the lesson needs, live Python included, and nothing else. */
const DIRECTIVES = {
  "default-src": ["'none'"],
  "script-src": ["'self'", "'wasm-unsafe-eval'"],
  "style-src": ["'self'"],
  "font-src": ["'self'"],
  "img-src": ["'self'", "data:"],
  "connect-src": ["'self'"],
  "worker-src": ["'self'", "blob:"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  "object-src": ["'none'"],
};

/**
 * The policy as one line, for a header or a meta element.
 * @param {Iterable<string>} [inline] the texts of the scripts that stand in the pages themselves
 */
export function policy(inline = []) {
  const hashes = Array.from(new Set(inline), (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  const rows = Object.entries(DIRECTIVES).map(([name, sources]) => [name, ...sources, ...(name === "script-src" ? hashes : [])].join(" "));
  return rows.join("; ");
}

/** The texts of the scripts that stand in a page itself. @param {string} page */
export const inlineScripts = (page) => Array.from(page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/g), ([, text]) => text ?? "");
