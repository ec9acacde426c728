// Opens the lesson as a learning management system does: scorm-again answers as `API`, with what it kept of an earlier visit.

/** What the test lays down before: what was kept, by the names of its elements, and faults to answer with. */
const given = /** @type {{ kept?: Record<string, string>, broken?: string[] }} */ (/** @type {any} */ (window).given ?? {});

// @ts-ignore: an address of the test's own server
const { Scorm12API } = await import("/scorm-again/esm/scorm12.min.js");
const api = new Scorm12API({ autocommit: false, logLevel: "NONE" });
api.loadFromFlattenedJSON(given.kept ?? {}, "");
/** @type {Record<string, number>} */
const calls = {};
const functions = ["LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSFinish", "LMSGetLastError", "LMSGetErrorString", "LMSGetDiagnostic"];
const answer = (/** @type {string} */ name) => (/** @type {string[]} */ ...values) => {
  calls[name] = (calls[name] ?? 0) + 1;
  if (given.broken?.includes(name)) throw new Error("out of order");
  return api[name](...values);
};
Object.assign(window, { API: Object.fromEntries(functions.map((name) => [name, answer(name)])), api, calls });

const frame = document.createElement("iframe");
frame.src = "/course/index.html";
frame.title = "The lesson";
document.body.append(frame);
