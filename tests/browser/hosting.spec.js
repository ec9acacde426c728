// The package of the site on real servers with the settings that it holds for them, and those for hosts that cannot be had here.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { HOSTS, hosted, isHere } from "./hosts.js";
import { expect, test } from "./fixtures.js";
import { unzipped } from "./unpacked.js";

/** @param {string} site */
const policyOf = async (site) => JSON.parse(await readFile(join(site, "integrity.json"), "utf8")).policy;
/** A script with a hash in its name. @param {string} site */
const hashedIn = async (site) => (await readdir(site)).find((name) => /-[A-Z0-9]{8}\.js$/.test(name)) ?? "?";

for (const [name, kind] of Object.entries(HOSTS)) {
  test(`${name} serves the site with the types, the policy and the caching that its settings promise`, { tag: "@desktop" }, async ({ browser }) => {
    test.skip(!(await isHere(kind.program)), `${name} is not on this machine, so its settings are not tried`);
    const site = await unzipped(/^downhill-site-/);
    const { address, close } = await hosted(kind, site);
    try {
      const policy = await policyOf(site);
      const kept = "public, max-age=31536000, immutable";
      /** @type {[path: string, type: RegExp, cache: string][]} */
      const files = [
        ["", /^text\/html; ?charset=utf-8$/i, "no-cache"],
        ["downhill.js", /^(text|application)\/javascript/, "no-cache"],
        ["downhill-core_bg.wasm", /^application\/wasm$/, "no-cache"],
        ["text/en/progress.json", /^application\/json/, "no-cache"],
        [await hashedIn(site), /^(text|application)\/javascript/, kept],
      ];
      for (const [path, type, cache] of files) {
        const answer = await fetch(address + path);
        expect([path, answer.status, answer.headers.get("cache-control")]).toEqual([path, 200, cache]);
        expect(answer.headers.get("content-type"), path).toMatch(type);
        expect(answer.headers.get("content-security-policy"), path).toBe(policy);
        expect(answer.headers.get("access-control-allow-origin"), path).toBe("*");
        expect(answer.headers.get("content-encoding"), path).toBe("gzip");
      }
      expect((await fetch(`${address}hosting/README.md`)).status).toBe(404);
      const known = (await fetch(`${address}icon.svg`, { headers: { "accept-encoding": "identity" } })).headers.get("etag") ?? "";
      expect((await fetch(`${address}icon.svg`, { headers: { "accept-encoding": "identity", "if-none-match": known } })).status).toBe(304);
      const context = await browser.newContext({ baseURL: address, serviceWorkers: "block" });
      const page = await context.newPage();
      /** @type {string[]} */
      const said = [];
      page.on("console", (message) => said.push(message.text()));
      await page.goto("?scene=slope");
      await expect(page.locator("downhill-scene .scene")).toBeVisible();
      await expect(page.locator("downhill-scene canvas").first()).toBeVisible();
      expect(said).toEqual([]);
      await context.close();
    } finally {
      close();
    }
  });
}

test("the settings for other hosts carry the policy, too, and name every script that may be kept for ever", { tag: "@desktop" }, async () => {
  const site = await unzipped(/^downhill-site-/);
  const rules = await readFile(join(site, "hosting/netlify/_headers"), "utf8");
  expect(rules).toContain(`Content-Security-Policy: ${await policyOf(site)}\n`);
  const hashed = (await readdir(site)).filter((name) => /-[A-Z0-9]{8}\.js$/.test(name));
  expect(hashed.length).toBeGreaterThan(10);
  for (const name of hashed) expect(rules).toContain(`/${name}\n  Cache-Control: public, max-age=31536000, immutable`);
  expect(await readFile(join(site, "hosting/github-pages/pages.yml"), "utf8")).toContain("path: site");
  expect(await readFile(join(site, "hosting/README.md"), "utf8")).not.toContain("{{");
});
