// A page round a frame: gives it the height of its figure, asks for a run, and says how the run ended.

const frame = document.querySelector("#figure");
const site = new URL(frame.src).origin;

addEventListener("message", ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== site || data?.source !== "downhill") return;
  if (data.type === "resize") frame.height = data.height;
  if (data.type === "outcome") document.querySelector("#outcome").textContent = `It ended: ${data.detail.outcome}.`;
});

document.querySelector("#again").addEventListener("click", () => {
  const parameters = { alpha: "0.8" };
  for (const message of [{ type: "set", parameters }, { type: "run" }]) frame.contentWindow.postMessage({ target: "downhill", ...message }, site);
});
