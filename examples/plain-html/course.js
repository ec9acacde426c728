// A course page round three figures: it lists what happens in them, shows a student's link, and brings back where the first figure was left.

await customElements.whenDefined("downhill-scene");

const log = document.querySelector("#log");

document.addEventListener("downhill-outcome", ({ target, detail }) => tell(`${target.id}: ${detail.outcome}`));
document.addEventListener("downhill-solved", ({ detail }) => tell(`Solved ${detail.challenge}: ${detail.xp} points`));

function tell(sentence) {
  const item = document.createElement("li");
  item.textContent = sentence;
  log.append(item);
}

const rate = document.querySelector("#rate");
const KEPT = "week-3.rate";
const kept = localStorage.getItem(KEPT);
if (kept) rate.restore(JSON.parse(kept));

document.querySelector("#show").addEventListener("submit", (event) => {
  event.preventDefault();
  show(new FormData(event.target).get("link"));
});

function show(link) {
  const answer = document.querySelector("#answer");
  const given = URL.canParse(link) ? Object.fromEntries(new URL(link).searchParams) : {};
  if (!given.scene) {
    answer.textContent = "That is no link of a figure. Press “Copy link” in a figure and paste what it gives.";
    return;
  }
  const figure = document.createElement("downhill-scene");
  figure.setAttribute("scene", given.scene);
  figure.restore(given);
  document.querySelector("#shown").replaceChildren(figure);
  answer.textContent = "Here it is.";
}

// What a figure tells before it is ready is what it begins with, and not worth keeping.
await rate.settled();
const keep = () => localStorage.setItem(KEPT, JSON.stringify(rate.parameters(true)));
for (const type of ["downhill-change", "downhill-step"]) rate.addEventListener(type, keep);
