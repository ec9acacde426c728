// What a course page does with challenges: it listens for what is solved, and lists it in its own way.
const module = /** @type {typeof import("../../../www/downhill.js")} */ (await import(String(new URL("../downhill.js", import.meta.url))));
await module.ready();

addEventListener("downhill-solved", (event) => {
  const { challenge, xp } = /** @type {CustomEvent<{ challenge: string, xp: number }>} */ (event).detail;
  const title = module.challenges().find(({ id }) => id === challenge)?.title;
  const item = document.createElement("li");
  item.textContent = `${title}: ${xp} points`;
  document.querySelector("#marks")?.append(item);
});
