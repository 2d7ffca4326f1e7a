import { SeenComment } from "../extraction/workers/extraction-task.ts";
import type { CommentShelf } from "../linking/comment-shelf.ts";
import { keepLatest } from "../linking/keep-latest.ts";
import type { Statement } from "../model/claim.ts";
import type { Comment } from "../model/comment.ts";
import { isStatedBy } from "../model/layer.ts";
import type { Run } from "./run.ts";
import { segmentComment } from "./segment-comment.ts";

/** How far up a thread an extractor sees that does not say how far it looks. */
const usualAncestors = 4;
/** How many comments stay at hand as the context of others. */
const contextCapacity = 1000;

/** Comments as others look at them: planned in this run, or with what is stored of them. */
export class SeenComments {
  readonly #run: Run;
  readonly #shelf: CommentShelf;
  readonly #isBegun: (id: string) => boolean;
  readonly #latest = new Map<string, SeenComment>();
  /** What is planned and not written yet. */
  readonly #planned = new Map<string, SeenComment>();

  /** @param isBegun - whether a comment is about to be planned, so that what is stored of it is past. */
  constructor(run: Run, shelf: CommentShelf, isBegun: (id: string) => boolean) {
    this.#run = run;
    this.#shelf = shelf;
    this.#isBegun = isBegun;
  }

  /** Adds a comment that is planned; it stays until `release`. */
  add(seen: SeenComment): void {
    this.#planned.set(seen.comment.id, seen);
    keepLatest(this.#latest, seen.comment.id, seen, contextCapacity);
  }

  /** Whether a comment is planned and not released. */
  holds(id: string): boolean {
    return this.#planned.has(id);
  }

  /** Lets go of a comment that is written by now. */
  release(id: string): void {
    this.#planned.delete(id);
  }

  /** The comments above this one that were seen, nearest first. */
  async above(comment: Comment): Promise<readonly SeenComment[]> {
    const ancestors: SeenComment[] = [];
    const met = new Set([comment.id]);
    let next = comment.parentId;
    const most = this.#run.extractor.ancestorComments ?? usualAncestors;
    while (next !== null && !met.has(next) && ancestors.length < most) {
      met.add(next);
      const seen = await this.#one(next);
      if (!seen) break;
      ancestors.push(seen);
      next = seen.comment.parentId;
    }
    return ancestors;
  }

  /** The comments of these ids that were seen. */
  async of(ids: readonly string[]): Promise<readonly SeenComment[]> {
    const found: SeenComment[] = [];
    for (const id of ids) {
      const seen = await this.#one(id);
      if (seen) found.push(seen);
    }
    return found;
  }

  /** What the store holds that this layer, or a map, states in a comment. */
  async storedStatements({ id, version }: Comment): Promise<readonly Statement[]> {
    const locutions = (await this.#run.known.locutions([id])).filter(
      (locution) => locution.version === version && isStatedBy(locution.extractors, this.#run.extractor.id),
    );
    return locutions
      .map(({ span, leadIn, quoteId }) => ({ span, leadIn, quoteId }))
      .sort((a, b) => a.span.start - b.span.start);
  }

  async #one(id: string): Promise<SeenComment | null> {
    const kept = this.#planned.get(id) ?? this.#latest.get(id);
    if (kept) return kept;
    const shelved = await this.#shelf.get(id);
    if (!shelved || shelved.comment.status === "stub") return null;
    const { comment, quotes } = shelved;
    const segmented = segmentComment(comment, quotes);
    if (this.#isBegun(id)) return new SeenComment(segmented, []);
    const seen = new SeenComment(segmented, await this.storedStatements(comment));
    keepLatest(this.#latest, id, seen, contextCapacity);
    return seen;
  }
}
