// The service worker: keeps every file of one version of the site but Python's, so that the lesson opens without a connection.

import { setCacheNameDetails } from "workbox-core";
import { precacheAndRoute } from "workbox-precaching";
import { files } from "site-files";

setCacheNameDetails({ prefix: "downhill" });
// A new version waits until no page of the one before is open (there is no `skipWaiting`), and takes over no page that came
// without it (no `clients.claim`): a page has all its files from one version. What does not come as the build has written it
// fails the installation, and the version before stays. Any query gives the same file: it is the page that reads it.
precacheAndRoute(files, { ignoreURLParametersMatching: [/./], cleanURLs: false });
