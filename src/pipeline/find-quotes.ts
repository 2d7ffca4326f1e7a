import type { CommentShelf, ShelvedComment } from "../linking/comment-shelf.ts";
import { correctQuotes } from "../linking/corrected-quotes.ts";
import type { QuoteCandidate } from "../linking/quote-source.ts";
import { resolveQuotes } from "../linking/resolve-quotes.ts";
import type { Comment } from "../model/comment.ts";
import type { Known } from "../model/known.ts";
import type { Offsets } from "../model/origin.ts";
import type { Quote } from "../model/quote.ts";
import { type QuoteSaying, quoteSayingOf } from "../model/quote-correction.ts";
import type { SegmentedComment } from "../model/segment.ts";
import { toOrigin } from "../text/offset-map.ts";
import { QuoteLibrary } from "./quote-library.ts";

/** How many earlier comments of a thread are searched for words copied without marks. */
const threadSeen = 40;
/**
 * A shorter quote is looked for in no other thread, where its words would stand by chance. Length in UTF-16
 * units.
 */
const shortestElsewhere = 40;

/** Finds the quotes of stored comments and where they are from. */
export class QuoteFinder {
  readonly #known: Known;
  readonly #shelf: CommentShelf;
  readonly #library: QuoteLibrary;
  /** What people say of quotes, by comment; null until it is asked for. */
  #sayings: ReadonlyMap<string, readonly QuoteSaying[]> | null = null;

  constructor(known: Known, shelf: CommentShelf) {
    this.#known = known;
    this.#shelf = shelf;
    this.#library = new QuoteLibrary(known);
  }

  /**
   * The quotes of a comment, looked for in this order: in what the format names, the parent, the other
   * ancestors, the comments before it in the thread, the rest of the thread with the post that it stands
   * under, and older comments of the person quoted or of the commenter.
   *
   * Most quotes stand in what is answered. Each further place is read only for the quotes that are left. What
   * people say of a quote stands above what is found.
   */
  async resolve(shelved: ShelvedComment, ancestors: readonly SegmentedComment[]): Promise<readonly Quote[]> {
    this.#sayings ??= await readQuoteSayings(this.#known);
    const sayings = this.#sayings.get(shelved.comment.id) ?? [];
    const quotes = shelved.quotes.filter(({ how }) => how !== "human");
    return correctQuotes(shelved, await this.#search({ ...shelved, quotes }, ancestors), sayings);
  }

  async #search(
    { comment, offsets, quotes }: ShelvedComment,
    ancestors: readonly SegmentedComment[],
  ): Promise<readonly Quote[]> {
    // What an earlier run found by itself is found again; what the format said stays.
    const given = quotes.filter(
      ({ how, speakerName, sourceId }) =>
        (how !== "inline" && how !== "matched") || speakerName !== null || sourceId !== null,
    );
    const search = new Search(comment, offsets, given, this.#known);
    await search.add(await this.#near(comment, given, ancestors));
    if (search.left.length === 0) return search.found;
    if (comment.threadId !== null) {
      const before = await this.#known.thread(comment.threadId, comment, threadSeen);
      await search.add(
        await this.#candidates(
          before.map(({ id }) => id),
          "earlier",
        ),
      );
      if (search.left.length === 0) return search.found;
      const texts = search.left.map(({ text }) => text);
      const rest = await this.#library.inThread(comment.threadId, texts, comment);
      await search.add(await this.#candidates([comment.threadId, ...rest], "earlier"));
    }
    await search.add(await this.#older(comment, search.left));
    return search.found;
  }

  /** Comments that a quote is looked for in first: those the format names, then the ancestors. */
  async #near(
    comment: Comment,
    given: readonly Quote[],
    ancestors: readonly SegmentedComment[],
  ): Promise<readonly QuoteCandidate[]> {
    const named = [...new Set(given.flatMap(({ sourceId }) => sourceId ?? []))];
    const candidates = await this.#candidates(named, "named");
    const above = ancestors.filter(({ id }) => !named.includes(id));
    return [
      ...candidates,
      ...above.map(({ id, version, text, authorId, quotes }) => {
        const relation = id === comment.parentId ? ("parent" as const) : ("ancestor" as const);
        return { commentId: id, version, text, authorId, quotes, relation };
      }),
    ];
  }

  /** Older comments, of whatever thread, by whom the quotes name and by the commenter. */
  async #older(comment: Comment, left: readonly Quote[]): Promise<readonly QuoteCandidate[]> {
    const long = left.filter(({ text }) => text.length >= shortestElsewhere);
    const people = [...long.flatMap(({ speaker }) => speaker ?? []), comment.authorId];
    const found: string[] = [];
    for (const authorId of new Set(people)) {
      if (authorId === null || long.length === 0) continue;
      const own = long.filter(
        ({ speaker }) => (speaker ?? authorId) === authorId || authorId === comment.authorId,
      );
      const texts = own.map(({ text }) => text);
      found.push(...(await this.#library.byAuthor(authorId, texts, comment)));
    }
    return this.#candidates(found, "own");
  }

  async #candidates(
    ids: readonly string[],
    relation: QuoteCandidate["relation"],
  ): Promise<readonly QuoteCandidate[]> {
    await this.#shelf.fetch(ids);
    const candidates: QuoteCandidate[] = [];
    for (const id of ids) {
      const shelved = await this.#shelf.get(id);
      if (!shelved) continue;
      const { version, text, authorId } = shelved.comment;
      candidates.push({ commentId: id, version, text, authorId, quotes: shelved.quotes, relation });
    }
    return candidates;
  }
}

async function readQuoteSayings(known: Known): Promise<ReadonlyMap<string, readonly QuoteSaying[]>> {
  const sayings = new Map<string, QuoteSaying[]>();
  for (const correction of await known.allCorrections()) {
    const saying = quoteSayingOf(correction);
    if (saying) sayings.set(saying.commentId, [...(sayings.get(saying.commentId) ?? []), saying]);
  }
  return sayings;
}

/** The search for one comment's quotes in more and more candidates. */
class Search {
  found: readonly Quote[];
  readonly #comment: Comment;
  readonly #offsets: Offsets;
  readonly #given: readonly Quote[];
  readonly #known: Known;
  readonly #candidates = new Map<string, QuoteCandidate>();
  #isBegun = false;

  constructor(comment: Comment, offsets: Offsets, given: readonly Quote[], known: Known) {
    this.#comment = comment;
    this.#offsets = offsets;
    this.#given = given.map((quote) => ({ ...quote, speaker: null, source: null, answer: null }));
    this.#known = known;
    this.found = this.#given;
  }

  /** The quotes whose source is not found; words quoted inside a sentence send nobody to look further. */
  get left(): readonly Quote[] {
    return this.found.filter(({ source, how }) => source === null && how !== "inline");
  }

  /** Resolves the quotes again with what may hold them; nothing is done when that is nothing new. */
  async add(candidates: readonly QuoteCandidate[]): Promise<void> {
    const before = this.#candidates.size;
    for (const one of candidates)
      if (!this.#candidates.has(one.commentId)) this.#candidates.set(one.commentId, one);
    if (this.#isBegun && this.#candidates.size === before) return;
    this.#isBegun = true;
    const all = [...this.#candidates.values()];
    const people = new Set([...all.flatMap(({ authorId }) => authorId ?? []), ...this.#named()]);
    const { id, version, text, authorId, origin } = this.#comment;
    this.found = resolveQuotes(
      {
        id,
        version,
        text,
        authorId,
        originOf: (span) => origin && { ...origin, ...toOrigin(this.#offsets, span) },
      },
      this.#given,
      all,
      { authors: await this.#known.authors([...people]) },
    );
  }

  /**
   * The ids that the people whom the format names have where a site's names are its ids, or a dump is by a
   * person without one; and the commenter, who may quote what they wrote themselves.
   */
  #named(): readonly string[] {
    const { id, authorId } = this.#comment;
    const host = id.slice(0, id.indexOf(":") + 1);
    return this.#given.flatMap(({ speakerName }) =>
      speakerName === null
        ? []
        : [`${host}${speakerName}`, `name:${speakerName}`, ...(authorId ? [authorId] : [])],
    );
  }
}
