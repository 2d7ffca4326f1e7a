import type { Comment } from "../model/comment.ts";
import type { Known } from "../model/known.ts";
import { detached } from "../text/detached.ts";
import { stem, topicWeight } from "../text/frequent-words.ts";
import { wordsOf } from "../text/resemblance.ts";
import { firstFrom } from "../text/rising.ts";

/** A comment of a person with the stems of its words that may name a topic. */
interface Page {
  readonly id: string;
  readonly topics: ReadonlySet<string>;
}

/** A stretch of a person's comments, oldest first, and which of them hold a topic word, by their places in it. */
interface Stretch {
  /** Whether no older comment was left out. */
  readonly isFromFirst: boolean;
  readonly pages: readonly Page[];
  readonly places: ReadonlyMap<string, number>;
  readonly holders: ReadonlyMap<string, readonly number[]>;
}

/** So many comments stay at hand, of those people who were asked about last. */
const pagesKept = 20_000;
/** The newest comments of a person before one that are searched. */
const usualPages = 5000;
/** Words of every conversation weigh less than this (text/frequent-words.ts) and name no topic. */
const leastWeight = 0.5;
/** Two comments that share fewer topic words than this speak of different things. */
const leastShared = 3;

/**
 * Finds what a person said before about the same things.
 *
 * Comments are compared by their words alone, so what is found does not depend on what was extracted. A
 * shared word counts more the fewer of the person's comments until then hold it: a later import of newer
 * comments changes nothing. A call looks at the comments that share a topic word, among the newest
 * `mostPages` before the one in question.
 *
 * @param options.mostPages - default 5000.
 */
export class EarlierComments {
  readonly #known: Pick<Known, "timeline">;
  readonly #mostPages: number;
  readonly #stretches = new Map<string, Stretch>();
  /** How many comments the stretches hold. */
  #pages = 0;

  constructor(known: Pick<Known, "timeline">, { mostPages = usualPages } = {}) {
    this.#known = known;
    this.#mostPages = mostPages;
  }

  /** Ids of at most `limit` comments by the same author before this one, the nearest in topic first. */
  async of({ id, authorId }: Pick<Comment, "id" | "authorId">, limit: number): Promise<readonly string[]> {
    if (authorId === null || limit === 0) return [];
    const kept = this.#stretches.get(authorId);
    const stretch = kept && this.#isEnough(kept, id) ? kept : await this.#read(authorId, id);
    this.#keep(authorId, stretch);
    const { pages, places, holders } = stretch;
    const at = places.get(id);
    if (at === undefined) return [];
    const from = Math.max(0, at - this.#mostPages);
    const topics = pages[at]?.topics ?? new Set();
    const shared = new Map<number, number>();
    const counts = new Map<string, number>();
    for (const topic of topics) {
      const held = holders.get(topic) ?? [];
      const [first, end] = [firstFrom(held, from), firstFrom(held, at)];
      counts.set(topic, end - first);
      for (const page of held.slice(first, end)) shared.set(page, (shared.get(page) ?? 0) + 1);
    }
    const weightOf = (topic: string) =>
      topicWeight(topic) * Math.log(1 + (at - from) / (counts.get(topic) ?? 1));
    return [...shared]
      .filter(([, count]) => count >= leastShared)
      .map(([order]) => {
        const common = [...(pages[order]?.topics ?? [])].filter((topic) => topics.has(topic));
        return { order, weight: common.reduce((sum, topic) => sum + weightOf(topic), 0) };
      })
      .sort((a, b) => b.weight - a.weight || b.order - a.order)
      .slice(0, limit)
      .flatMap(({ order }) => pages[order]?.id ?? []);
  }

  #keep(authorId: string, stretch: Stretch): void {
    this.#pages += stretch.pages.length - (this.#stretches.get(authorId)?.pages.length ?? 0);
    this.#stretches.delete(authorId);
    for (const [oldest, { pages }] of this.#stretches) {
      if (this.#pages <= pagesKept) break;
      this.#stretches.delete(oldest);
      this.#pages -= pages.length;
    }
    this.#stretches.set(authorId, stretch);
  }

  /** Whether a stretch holds a comment and all that is searched for it. */
  #isEnough({ isFromFirst, places }: Stretch, id: string): boolean {
    const at = places.get(id);
    return at !== undefined && (isFromFirst || at >= this.#mostPages);
  }

  /** The comments around one: all that are searched for it, and as many after it, which are asked about next. */
  async #read(authorId: string, id: string): Promise<Stretch> {
    let pages: Page[] = [];
    let isFromFirst = true;
    let at = -1;
    for await (const comment of this.#known.timeline([authorId])) {
      if (comment.id === id) at = pages.length;
      pages.push(pageOf(comment));
      if (at < 0 && pages.length >= 2 * this.#mostPages) {
        pages = pages.slice(-this.#mostPages);
        isFromFirst = false;
      }
      if (at >= 0 && pages.length > at + this.#mostPages) break;
    }
    const holders = new Map<string, number[]>();
    for (const [order, { topics }] of pages.entries())
      for (const topic of topics) {
        const held = holders.get(topic);
        if (held) held.push(order);
        else holders.set(topic, [order]);
      }
    return { isFromFirst, pages, places: new Map(pages.map((page, order) => [page.id, order])), holders };
  }
}

function pageOf({ id, text }: Comment): Page {
  const topics = wordsOf(text)
    .map(stem)
    .filter((word) => topicWeight(word) >= leastWeight)
    .map(detached);
  return { id, topics: new Set(topics) };
}
