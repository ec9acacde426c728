// The challenges as other pages' scripts use them: a list, and a judge.

import { errorOf, practice as loaded } from "../shell/core.js";
import { englishWords, more } from "../shell/labels.js";
import { challengeOf, challenges } from "./data.js";
import { verdictOf } from "./verdict.js";

/** @typedef {Awaited<ReturnType<typeof practice>>} Practice */

/** The list and the judge, in English. */
export async function practice() {
  const [words] = await Promise.all([more(englishWords, "challenges"), loaded()]);
  const list = () => challenges.map(({ id, kind, section, xp }) => ({ id, kind, section, xp, title: words.say(`${id}.title`), question: words.say(`${id}.question`) }));

  /** Throws an `Error` that names what cannot be used. @param {string} id @param {unknown} answer */
  const judge = (id, answer) => {
    const challenge = challengeOf(id);
    if (!challenge) throw errorOf({ field: "challenge", given: String(id), accepted: { code: "oneOf", names: challenges.map((each) => each.id) } });
    const { solved, reason, message, xp } = verdictOf(challenge, answer, words);
    return { solved, reason, message, xp };
  };
  return { list, judge };
}
