// A machine with tabs, for tests of what is kept: one store of texts, and word of a change to every other tab.
import { Progress } from "../../www/progress/progress.js";
import { Keeper } from "../../www/shell/storage.js";

export const MAIN = "downhill.progress";

/** The browser's store, with room for so many characters. */
export class Machine {
  /** @param {Record<string, string>} [texts] */
  constructor(texts = {}) {
    this.texts = new Map(Object.entries(texts));
    this.room = 5_000_000;
    this.now = 1_790_000_000_000;
    /** @type {{ keeper: Keeper, key: string, changed: (value: string | undefined) => void }[]} */
    this.watchers = [];
    /** What other tabs have not heard yet. @type {(() => void)[]} */
    this.news = [];
  }

  /** Opens the page in a tab. */
  tab() {
    return new Progress(this.keeper(), () => ++this.now);
  }

  keeper() {
    const keeper = new Keeper(() => this.area(keeper));
    keeper.watch = (key, changed) => void this.watchers.push({ keeper, key: `downhill.${key}`, changed });
    return keeper;
  }

  /** The store as one tab has it. @param {Keeper} of @returns {import("../../www/shell/storage.js").Area} */
  area(of) {
    /** @param {string} key @param {string | undefined} value */
    const tell = (key, value) => {
      for (const { keeper, key: watched, changed } of this.watchers) if (keeper !== of && key === watched) this.news.push(() => changed(value));
    };
    return {
      getItem: (key) => this.texts.get(key) ?? null,
      setItem: (key, value) => {
        const others = [...this.texts].reduce((sum, [name, text]) => sum + (name === key ? 0 : text.length), 0);
        if (others + value.length > this.room) throw new Error("QuotaExceededError");
        if (this.texts.get(key) === value) return;
        this.texts.set(key, value);
        tell(key, value);
      },
      removeItem: (key) => {
        if (this.texts.delete(key)) tell(key, undefined);
      },
    };
  }

  /** Lets all news arrive, and the news they make; more than a few rounds would never end. */
  settle() {
    for (let rounds = 0; this.news.length > 0; rounds += 1) {
      if (rounds > 20) throw new Error("the tabs never come to rest");
      for (const hear of this.news.splice(0)) hear();
    }
  }
}
