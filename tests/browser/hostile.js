// Values that nobody should pass and somebody will.

/** @type {Record<string, string>} */
export const HOSTILE = {
  empty: "",
  text: "hello there",
  "not a number": "NaN",
  infinity: "Infinity",
  "minus infinity": "-Infinity",
  "too large": "1e308",
  "below zero": "-1e308",
  "ten thousand characters": "x+".repeat(5000),
  markup: "<img src=x onerror=alert(1)>",
  "a name of the language": "constructor",
  "the wrong dimension": "1,2,3",
};

/** Small enough to vanish, yet a number: accepted wherever a number may be small. */
export const TINY = "1e-308";
