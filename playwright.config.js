// The browser tests: the built site in `dist/`, on a desktop and on a phone; a test tagged @desktop or @phone is for one of them.
// What measures time or memory is tagged @alone and wants a machine of its own: `--project alone --workers 1`.
import { createServer } from "node:net";
import { defineConfig } from "@playwright/test";
import { launchOptions } from "./tests/browser/chromium.mjs";

// Workers read this file again, so the port is chosen once and handed on.
process.env.DOWNHILL_PORT ??= String(await freePort());
const address = `http://127.0.0.1:${process.env.DOWNHILL_PORT}/`;

export default defineConfig({
  testDir: "tests/browser",
  // One more than the two cores of a small machine: much of the time is spent watching what happens by itself.
  workers: 3,
  fullyParallel: true,
  // Generous, for machines that do other work at the same time; nothing waits longer than it has to.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["./tests/browser/failures.mjs"]],
  use: {
    baseURL: address,
    // So that no test has what another version of the page has kept; offline.spec.js is about it.
    serviceWorkers: "block",
    launchOptions,
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "desktop", grepInvert: /@phone|@alone/, use: { viewport: { width: 1280, height: 800 } } },
    {
      name: "phone",
      grepInvert: /@desktop|@alone/,
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, hasTouch: true, isMobile: true },
    },
    { name: "alone", grep: /@alone/, use: { viewport: { width: 1280, height: 800 } } },
  ],
  webServer: {
    command: `node tests/browser/server.mjs ${process.env.DOWNHILL_PORT}`,
    url: address,
    gracefulShutdown: { signal: "SIGTERM", timeout: 1000 },
  },
});

/** @returns {Promise<number>} a port that nobody listens on */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === "object" ? address.port : 0));
    });
  });
}
