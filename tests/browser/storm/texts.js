// Texts for fields, files and parameters: what readers type, and what is meant to break out of its place.
import { seal } from "../../../www/progress/envelope.js";

/** What a reader may type, well or badly. */
export const ORDINARY = ["", " ", "0", "-3.5", "5, 2", "0.1", "1e308", "1e-320", "-0", "NaN", "Infinity", "١٢٣", "3,5", "1 000", "x^2", "(x-3)^2", "2x sin(y)", "x^", "((((((", "|x|", "w -= 0.1 * grad", "x = x - alpha * 2 * x\nprint(x)", "Ada Lovelace", "hello there", "constructor", "__proto__", "½", "−2"];

/** The name that a script which should never run would set on the window. */
export const CANARY = "downhillCanary";
const RUN = `window.${CANARY}=1`;
const FAR = "https://elsewhere.invalid/x";

/** Markup, addresses, templates and characters that get out of careless places. */
export const HOSTILE = [
  `<img src=x onerror=${RUN}>`, `<img src="${FAR}.png">`, `"><svg/onload=${RUN}>`, `'><script>${RUN}</script>`, `</script><script>${RUN}</script>`, `</style><script>${RUN}</script>`,
  `</textarea><img src=x onerror=${RUN}>`, `</title><svg onload=${RUN}>`, `<iframe srcdoc="<script>parent.${CANARY}=1</script>">`, `<iframe src="javascript:${RUN}">`, `<a href="javascript:${RUN}">x</a>`,
  `javascript:${RUN}`, `JaVaScRiPt:${RUN}//`, `data:text/html,<script>${RUN}</script>`, `" autofocus onfocus=${RUN} x="`, `' style='background:url(${FAR})'`, `<link rel=stylesheet href=${FAR}>`, `<meta http-equiv=refresh content="0;url=${FAR}">`,
  `<base href=${FAR}>`, `<form action=${FAR}><button>x</button></form>`, `<math><mtext></p><img src=x onerror=${RUN}>`, `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`, `<style>@import "${FAR}";*{display:none}</style>`,
  `<!--<img src="--><img src=x onerror=${RUN}//">`, `<template shadowrootmode=open><script>${RUN}</script></template>`, `<downhill-scene scene="slope"></downhill-scene>`, `<x-storm onclick=${RUN}>`, `&lt;img src=x onerror=${RUN}&gt;`,
  `\${${RUN}}`, `{{constructor.constructor('${RUN}')()}}`, `{name}{loss}{0}`, `#{7*7}`, `<%= 7*7 %>`, `$&$1$\`$'`, `%s%d%n%c`, `__proto__`, `{"__proto__":{"polluted":1}}`, `constructor.prototype`, `toString`,
  `\u202egnp.exe\u202c`, `\u2066\u2067abc`, `a\u0000b`, `\u0000`, `\ud800`, `\udfff\ud800x`, `\ufeff`, `\u2028\u2029`, `e${"\u0301".repeat(500)}`, `\u{1f468}\u200d\u{1f469}\u200d\u{1f467}`, `\r\n\r\nSet-Cookie: x=1`, `../../../etc/passwd`,
  `//elsewhere.invalid/x`, `\\\\elsewhere.invalid\\x`, `x);fetch('${FAR}');(`, `x^2;${RUN}`, `print("<img src=x onerror=${RUN}>")`, `import js\njs.window.${CANARY} = 1`, `"`, `'`, `\``, `\\`, `<`, `&`, `]]>`, `<![CDATA[`, `<x`, `url(${FAR})`, `expression(${RUN})`,
];

/** The drafts of these are shown where somebody typed them. */
const DRAFTS = ["one-update", "largest-lr", "python", "recall", "playground"];

/** Progress as it might be found in the store or in a file, with a text in all places where texts can stand. @param {string} text */
export function savedWith(text) {
  const drafts = Object.fromEntries([...DRAFTS, text].map((key) => [key, { text: key.length % 2 ? JSON.stringify([text]) : text, at: 1 }]));
  return seal(/** @type {any} */ ({ xp: 5, solved: { [text]: { xp: text, at: text } }, shown: { [text]: 1 }, drafts, cards: { [text]: { due: text } } }));
}

/** One of them, at times very long or put together. @param {import("./random.js").Random} random */
export function hostile(random) {
  const text = random.pick(HOSTILE);
  const made = random.weigh([[12, () => text], [3, () => text + random.pick(HOSTILE)], [2, () => savedWith(text)], [1, () => text.repeat(20)]]);
  return random.chance(0.002) ? made().repeat(3000).slice(0, 60_000) : made();
}
