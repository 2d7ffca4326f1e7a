import { type ExtractionTask, SeenComment, type SeenContext } from "../extraction/workers/extraction-task.ts";
import { CommentShelf, type ShelvedComment } from "../linking/comment-shelf.ts";
import { keepLatest } from "../linking/keep-latest.ts";
import type { Statement } from "../model/claim.ts";
import type { Comment, Version } from "../model/comment.ts";
import type { Quote } from "../model/quote.ts";
import { EarlierComments } from "./earlier-comments.ts";
import { QuoteFinder } from "./find-quotes.ts";
import { ForumManners } from "./forum-manners.ts";
import type { Run } from "./run.ts";
import { SeenComments } from "./seen-comments.ts";
import { segmentComment } from "./segment-comment.ts";
import { statedSources } from "./stated-sources.ts";

/** How many waiting comments are asked for at once. */
const commentsPerPage = 200;
/** How many comments without an answer are known by name. */
const leftKept = 100_000;

/** A text of a comment before an edit. */
interface EarlierText {
  readonly comment: Comment;
  readonly seen: SeenComment;
  readonly offsets: Version["offsets"];
}

/** A comment that waits for extraction, with all that is known before it is extracted. */
export interface PlannedExtraction extends ExtractionTask {
  readonly shelved: ShelvedComment;
  /** As they are resolved now; `shelved` has them as they are stored. */
  readonly quotes: readonly Quote[];
  /** The texts that an edit changed into the current one, oldest first. */
  readonly earlier: readonly EarlierText[];
  /**
   * Whether the comment is of an argument map: its claims are stated, and of an extraction only the terms
   * count.
   */
  readonly isStated: boolean;
  /** Whether the extractor has no business with it. */
  readonly isPassedOver: boolean;
}

/**
 * Finds what waits for extraction: in which order, with which quotes, and what its extractor may look at.
 *
 * A comment comes after those it answers and quotes, whatever the order of import, so that relations have
 * both ends. Nothing of this depends on what is found in a comment, so a plan may run ahead of extraction,
 * and of what is written: what was planned is held as it will be stored, until `release`. Comments are read
 * in pages, so memory does not grow with the corpus.
 */
export class ExtractionPlanner {
  readonly #run: Run;
  readonly #shelf: CommentShelf;
  readonly #quotes: QuoteFinder;
  readonly #earlier: EarlierComments;
  readonly #seen: SeenComments;
  readonly #manners: ForumManners;
  /** Comments whose plan waits for that of another. */
  readonly #begun = new Set<string>();
  /** Comments for which the extractor has no answer yet, the latest of them: one beyond may be asked for again. */
  readonly #left = new Map<string, true>();
  /** The sources that are argument maps; null until it is asked for. */
  #stated: ReadonlySet<string> | null = null;

  constructor(run: Run) {
    this.#run = run;
    this.#shelf = new CommentShelf(run.known);
    this.#quotes = new QuoteFinder(run.known, this.#shelf);
    this.#earlier = new EarlierComments(run.known);
    this.#seen = new SeenComments(run, this.#shelf, (id) => this.#begun.has(id));
    this.#manners = new ForumManners(run.known);
  }

  /** Whether at least so many comments wait for extraction. */
  async areWaiting(count: number): Promise<boolean> {
    const { known, fingerprint } = this.#run;
    return (await known.pending(fingerprint, -1, count)).length >= count;
  }

  /** All that waits. */
  async *all(): AsyncGenerator<PlannedExtraction> {
    for (let after = -1; ; ) {
      const page = await this.#run.known.pending(this.#run.fingerprint, after, commentsPerPage);
      const last = page.at(-1);
      if (!last) return;
      after = last.seq;
      await this.#shelf.fetch(
        page.flatMap(({ id, parentId }) => (parentId === null ? [id] : [id, parentId])),
      );
      for (const { id } of page) for (const next of await this.#chain(id)) yield* await this.#plan(next, []);
    }
  }

  /** Notes what was found in a comment, which is written with the next change. */
  settle(
    { shelved, quotes, seen }: PlannedExtraction,
    {
      statements,
      ...found
    }: Pick<ShelvedComment, "fingerprints" | "language"> & {
      readonly statements: readonly Statement[];
    },
  ): void {
    if (seen.read === null) seen.settle(statements);
    this.#shelf.hold({ ...shelved, quotes, ...found });
  }

  /** Notes that the extractor has no answer: the comment waits on, and this run comes to it no more. */
  async leave({ shelved: { comment }, seen }: PlannedExtraction): Promise<void> {
    keepLatest(this.#left, comment.id, true, leftKept);
    if (seen.read === null) seen.settle(await this.#seen.storedStatements(comment));
    this.release([comment.id]);
  }

  /** Lets go of comments that are written by now. */
  release(ids: Iterable<string>): void {
    for (const id of ids) {
      this.#shelf.release(id);
      this.#seen.release(id);
    }
  }

  /** The comment with its ancestors that wait for extraction too, the uppermost first; nothing when it is done. */
  async #chain(id: string): Promise<readonly string[]> {
    const chain: string[] = [];
    const seen = new Set<string>();
    for (let next: string | null = id; next !== null && !seen.has(next); ) {
      const shelved: ShelvedComment | null = await this.#shelf.get(next);
      if (!shelved || !this.#waits(shelved)) break;
      seen.add(next);
      chain.push(next);
      next = shelved.comment.parentId;
    }
    return chain.reverse();
  }

  /**
   * Adds to `plans` those that a comment quotes, as far as they wait, and the comment, whose ancestors are
   * planned.
   */
  async #plan(id: string, plans: PlannedExtraction[]): Promise<readonly PlannedExtraction[]> {
    const shelved = await this.#shelf.get(id);
    if (!shelved || !this.#waits(shelved)) return plans;
    const { comment } = shelved;
    const ancestors = await this.#seen.above(comment);
    const quotes = await this.#quotes.resolve(
      shelved,
      ancestors.map((one) => one.comment),
    );
    const sources = [...new Set(quotes.flatMap(({ source }) => source?.commentId ?? []))];
    const before = await this.#earlier.of(comment, this.#run.extractor.earlierComments ?? 0);
    const known = new Set([id, ...ancestors.map((one) => one.comment.id)]);
    const others = [...new Set([...sources, ...before])].filter((one) => !known.has(one));
    // One that waits itself comes first; one that waits for this very comment stays without statements.
    this.#begun.add(id);
    for (const other of others) for (const next of await this.#chain(other)) await this.#plan(next, plans);
    this.#begun.delete(id);
    const quoted = await this.#seen.of(others.filter((one) => sources.includes(one)));
    const earlier = await this.#seen.of(others.filter((one) => !sources.includes(one)));
    plans.push(await this.#planOf(shelved, quotes, { ancestors, quoted, earlier }));
    return plans;
  }

  async #planOf(
    shelved: ShelvedComment,
    quotes: readonly Quote[],
    context: SeenContext,
  ): Promise<PlannedExtraction> {
    const { comment } = shelved;
    const segmented = segmentComment(comment, quotes);
    const isStated = await this.#isStated(comment);
    const seen = new SeenComment(segmented, isStated ? await this.#seen.storedStatements(comment) : null);
    this.#shelf.hold({ ...shelved, quotes });
    this.#seen.add(seen);
    const isWeighed = this.#run.extractor.weighsForum === true && !isStated;
    return {
      seen,
      context: isWeighed ? { ...context, forum: await this.#manners.of(comment) } : context,
      shelved,
      quotes,
      earlier: isStated
        ? []
        : shelved.earlier.map((version) => earlierText(comment, version, segmented.quotes)),
      isStated,
      isPassedOver: isStated && this.#run.extractor.passesOverMaps === true,
    };
  }

  #waits({ comment, fingerprints }: ShelvedComment): boolean {
    const { id } = comment;
    if (this.#seen.holds(id) || this.#begun.has(id) || this.#left.has(id)) return false;
    return comment.status !== "stub" && !fingerprints.includes(this.#run.fingerprint);
  }

  async #isStated({ order }: Comment): Promise<boolean> {
    this.#stated ??= await statedSources(this.#run.known);
    return this.#stated.has(order.source);
  }
}

function earlierText(comment: Comment, version: Version, quotes: readonly Quote[]): EarlierText {
  const { id, text, origin, offsets } = version;
  const createdAt = version.at ?? comment.createdAt;
  const own = { ...comment, version: id, text, origin, reactions: [], createdAt };
  const marked = quotes.flatMap((quote): Quote[] => {
    const start = text.indexOf(quote.text);
    return start < 0 ? [] : [{ ...quote, version: id, span: { start, end: start + quote.text.length } }];
  });
  return { comment: own, seen: new SeenComment(segmentComment(own, marked)), offsets };
}
