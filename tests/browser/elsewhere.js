// Tests in which the site is embedded by a page of another host.
import { test as base } from "./fixtures.js";
import { serve } from "./server.mjs";

export { expect } from "./fixtures.js";

/** Somebody else's host, `elsewhere`; what is asked of it is no complaint. */
export const test = base.extend(
  /** @type {import("@playwright/test").Fixtures<{ elsewhere: string }, {}, import("@playwright/test").PlaywrightTestArgs & import("@playwright/test").PlaywrightTestOptions & import("./fixtures.js").Fixtures>} */ ({
    elsewhere: async ({ complaints }, use) => {
      const { address, close } = await serve(0);
      await use(address);
      close();
      complaints.splice(0, Infinity, ...complaints.filter((each) => !each.startsWith(`another host: ${address}`)));
    },
  }),
);
