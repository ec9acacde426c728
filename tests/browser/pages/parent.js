// Frames the address that its own names as `src`, as platforms are told to, keeps what it hears, and asks what a test wants asked.

/** @type {{ data: any, origin: string }[]} */
const heardMessages = [];
addEventListener("message", ({ data, origin }) => heardMessages.push({ data, origin }));

/** @param {unknown} message */
const ask = (message) => document.querySelector("iframe")?.contentWindow?.postMessage(message, "*");
Object.assign(window, { messages: heardMessages, ask });

addEventListener("DOMContentLoaded", () => {
  const frame = document.createElement("iframe");
  Object.assign(frame, { title: "The learning rate", width: 800, height: 900, src: String(new URLSearchParams(location.search).get("src")) });
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-downloads");
  document.body.append(frame);
});
