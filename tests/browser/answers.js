// What the network may answer instead of a file of the site.

/** @typedef {import("@playwright/test").Route} Route */

export const PAGE = "<!doctype html><title>Log in</title>";

/** @param {Route} route */
export const missing = (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "not found" });
/** What hosts of single pages and of log-ins answer to any address. @param {Route} route */
export const anotherPage = (route) => route.fulfill({ status: 200, contentType: "text/html", body: PAGE });
/** @param {Route} route */
export const reset = (route) => route.abort("connectionreset");

/** @param {(body: Buffer) => Buffer} change @returns {(route: Route) => Promise<void>} */
const changed = (change) => async (route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: change(await response.body()) });
};
export const truncated = changed((body) => body.subarray(0, body.length / 2));
export const flipped = changed((body) => {
  body.writeUInt8(body.readUInt8(body.length >> 1) ^ 1, body.length >> 1);
  return body;
});

/** The right file with other headers. @param {Record<string, string>} headers @returns {(route: Route) => Promise<void>} */
export const headed = (headers) => async (route) => {
  const response = await route.fetch();
  await route.fulfill({ response, headers: { ...response.headers(), ...headers } });
};
