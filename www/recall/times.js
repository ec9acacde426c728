// Times to come in words: "in 10 minutes", "tomorrow", "in 3 months".

const MINUTE = 60_000;
/** Units with the number of milliseconds from which they are used, the largest first. @type {[Intl.RelativeTimeFormatUnit, number, number][]} */
const UNITS = [
  ["year", 365.25 * 24 * 60 * MINUTE, 600 * 24 * 60 * MINUTE],
  ["month", 30.4375 * 24 * 60 * MINUTE, 60 * 24 * 60 * MINUTE],
  ["day", 24 * 60 * MINUTE, 22 * 60 * MINUTE],
  ["hour", 60 * MINUTE, 90 * MINUTE],
  ["minute", MINUTE, 0],
];

/** @param {number} span in milliseconds @param {string} language */
export function inWords(span, language) {
  const [unit, size] = UNITS.find(([, , from]) => span >= from) ?? ["minute", MINUTE];
  return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(Math.max(1, Math.round(span / size)), unit);
}
