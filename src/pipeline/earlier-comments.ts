import { keepLatest } from "../linking/keep-latest.ts";
import type { Comment } from "../model/comment.ts";
import type { Known } from "../model/known.ts";
import { stem, topicWeight } from "../text/frequent-words.ts";
import { wordsOf } from "../text/resemblance.ts";

/** A comment of a person with the stems of its words that may name a topic. */
interface Page {
  readonly id: string;
  readonly topics: ReadonlySet<string>;
}

/** People whose comments stay at hand. */
const timelinesKept = 8;
/** The newest comments of a person that are searched. */
const mostPages = 5000;
/** Words of every conversation weigh less than this (text/frequent-words.ts) and name no topic. */
const leastWeight = 0.5;
/** Two comments that share fewer topic words than this speak of different things. */
const leastShared = 3;

/**
 * Finds what a person said before about the same things.
 *
 * Comments are compared by their words alone, so what is found does not depend on what was extracted. A shared word
 * counts more the fewer of the person's comments until then hold it: a later import of newer comments changes
 * nothing. Linear in the person's comments for each call.
 */
export class EarlierComments {
  readonly #known: Known;
  readonly #timelines = new Map<string, readonly Page[]>();

  constructor(known: Known) {
    this.#known = known;
  }

  /** Ids of at most `limit` comments by the same author before this one, the nearest in topic first. */
  async of({ id, authorId }: Comment, limit: number): Promise<readonly string[]> {
    if (authorId === null || limit === 0) return [];
    const pages = this.#timelines.get(authorId) ?? (await this.#read(authorId));
    keepLatest(this.#timelines, authorId, pages, timelinesKept);
    const at = pages.findIndex((page) => page.id === id);
    const topics = pages[at]?.topics ?? new Set();
    const before = pages.slice(0, Math.max(at, 0));
    const holders = new Map<string, number>();
    for (const page of before)
      for (const topic of page.topics)
        if (topics.has(topic)) holders.set(topic, (holders.get(topic) ?? 0) + 1);
    const weightOf = (topic: string) =>
      topicWeight(topic) * Math.log(1 + before.length / (holders.get(topic) ?? 1));
    return before
      .map((page, order) => {
        const shared = [...page.topics].filter((topic) => topics.has(topic));
        const weight = shared.reduce((sum, topic) => sum + weightOf(topic), 0);
        return { id: page.id, order, shared: shared.length, weight };
      })
      .filter(({ shared }) => shared >= leastShared)
      .sort((a, b) => b.weight - a.weight || b.order - a.order)
      .slice(0, limit)
      .map((page) => page.id);
  }

  async #read(authorId: string): Promise<readonly Page[]> {
    const pages: Page[] = [];
    for await (const { id, text } of this.#known.timeline(authorId)) {
      const topics = wordsOf(text)
        .map(stem)
        .filter((word) => topicWeight(word) >= leastWeight);
      pages.push({ id, topics: new Set(topics) });
      if (pages.length > mostPages) pages.shift();
    }
    return pages;
  }
}
