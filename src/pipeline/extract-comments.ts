import type { Extractor, WaitingComment } from "../extraction/extractor.ts";
import { ChangeBuilder } from "../linking/change-builder.ts";
import { CommentShelf, type ShelvedComment } from "../linking/comment-shelf.ts";
import { keepLatest } from "../linking/keep-latest.ts";
import { ClaimIndex, type LinkedComment, link } from "../linking/link.ts";
import {
  commonLanguage,
  type OtherLayers,
  otherLayers,
  unitedTerms,
  withFingerprint,
} from "../linking/other-layers.ts";
import { stancesOfReactions } from "../linking/reaction-stances.ts";
import type { Statement } from "../model/claim.ts";
import type { Comment, Source, Version } from "../model/comment.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { ContextComment, Extraction, ExtractionContext } from "../model/extraction.ts";
import { compareStrings } from "../model/id.ts";
import { isStatedBy, layerOf } from "../model/layer.ts";
import type { Quote } from "../model/quote.ts";
import { segment } from "../segmentation/segment.ts";
import { EarlierComments } from "./earlier-comments.ts";
import { withRefinements } from "./edited-claims.ts";
import { QuoteFinder } from "./find-quotes.ts";
import { type Run, type Step, stepOf } from "./run.ts";
import { statedSources } from "./stated-sources.ts";

/** How many comments one change extracts. */
const commentsPerChange = 200;
/** How far up a thread an extractor sees that does not say how far it looks. */
const usualAncestors = 4;
/** How many comments without an answer are known by name. */
const leftKept = 100_000;
/** How many extracted comments stay at hand as the context of others. */
const contextCapacity = 1000;

/**
 * Extracts every comment that waits for it: resolve quotes, cut into segments, extract, link.
 *
 * A comment comes after those it answers and quotes, whatever the order of import, so that relations have both
 * ends. Comments are read in pages and changes are as large as a page, so memory does not grow with the corpus.
 */
export async function* extractComments(run: Run): AsyncGenerator<Step> {
  const reader = new CommentReader(run);
  let done = 0;
  for (let after = -1; ; ) {
    const page = await run.known.pending(run.fingerprint, after, commentsPerChange);
    const last = page.at(-1);
    if (!last) return;
    after = last.seq;
    await reader.shelf.fetch(page.flatMap(({ id, parentId }) => (parentId === null ? [id] : [id, parentId])));
    for (const { id } of page) {
      for (const next of await reader.pendingUpTo(id)) {
        await reader.extract(next);
        done++;
        if (reader.count >= commentsPerChange) yield stepOf(run, ...reader.take(done));
      }
    }
    if (reader.hasNews) yield stepOf(run, ...reader.take(done));
  }
}

/**
 * The comments that wait for extraction, as the extractor will get them: with their quotes resolved and their context,
 * which states nothing yet. Texts before an edit come too. Nothing is changed.
 */
export async function* waitingComments(run: Run): AsyncGenerator<WaitingComment> {
  let met: WaitingComment[] = [];
  const extractor: Extractor = {
    ...run.extractor,
    extract: async (comment, context) => {
      met.push({ comment, context });
      return nothing;
    },
  };
  const aside = { ...run, extractor, sources: new Map<string, Source>(), isDirty: true };
  for await (const _ of extractComments(aside)) {
    yield* met;
    met = [];
  }
}

/** The extraction of what is not read. */
const nothing: Extraction = {
  language: null,
  statements: [],
  terms: [],
  relations: [],
  stances: [],
  diagnostics: [],
};

/** Extracts comments one by one and gathers what that changes. */
class CommentReader {
  readonly #run: Run;
  readonly shelf: CommentShelf;
  readonly #contexts = new Map<string, ContextComment>();
  readonly #claims = new ClaimIndex();
  readonly #quotes: QuoteFinder;
  /** Comments extracted since the last change was taken; the store does not know of them yet. */
  readonly #fresh = new Set<string>();
  /** Comments whose extraction waits for that of another. */
  readonly #begun = new Set<string>();
  /** Comments for which the extractor has no answer yet, the latest of them: one beyond may be asked for again. */
  readonly #left = new Map<string, true>();
  readonly #earlier: EarlierComments;
  /** The sources that are argument maps; null until it is asked for. */
  #stated: ReadonlySet<string> | null = null;
  #change = new ChangeBuilder();
  #diagnostics: Diagnostic[] = [];

  constructor(run: Run) {
    this.#run = run;
    this.shelf = new CommentShelf(run.known);
    this.#quotes = new QuoteFinder(run.known, this.shelf);
    this.#earlier = new EarlierComments(run.known);
  }

  get count(): number {
    return this.#fresh.size;
  }

  /** Whether anything was gathered, if only that comments were left waiting. */
  get hasNews(): boolean {
    return this.count > 0 || this.#diagnostics.length > 0;
  }

  /** Hands out what was gathered and starts anew. */
  take(
    done: number,
  ): [ChangeBuilder, { stage: "extract"; done: number; diagnostics: readonly Diagnostic[] }] {
    const change = this.#change;
    const diagnostics = this.#diagnostics;
    this.#change = new ChangeBuilder();
    this.#diagnostics = [];
    this.#fresh.clear();
    this.#claims.clear();
    return [change, { stage: "extract", done, diagnostics }];
  }

  /** The comment with its ancestors that wait for extraction too, the uppermost first; nothing when it is done. */
  async pendingUpTo(id: string): Promise<readonly string[]> {
    const chain: string[] = [];
    const seen = new Set<string>();
    for (let next: string | null = id; next !== null && !seen.has(next); ) {
      const shelved: ShelvedComment | null = await this.shelf.get(next);
      if (!shelved || !this.#waits(shelved)) break;
      seen.add(next);
      chain.push(next);
      next = shelved.comment.parentId;
    }
    return chain.reverse();
  }

  /** Extracts a comment whose ancestors are done. */
  async extract(id: string): Promise<void> {
    const shelved = await this.shelf.get(id);
    if (!shelved || !this.#waits(shelved)) return;
    const { comment } = shelved;
    const ancestors = await this.#ancestors(comment);
    const quotes = await this.#quotes.resolve(shelved, ancestors);
    const sources = [...new Set(quotes.flatMap(({ source }) => source?.commentId ?? []))];
    const seen = new Set([id, ...ancestors.map((one) => one.id)]);
    const quoted = await this.#contextsOf(id, sources, seen);
    const before = await this.#earlier.of(comment, this.#run.extractor.earlierComments ?? 0);
    const earlier = await this.#contextsOf(id, before, seen);
    await this.#record(shelved, quotes, { ancestors, quoted, earlier });
  }

  /** Comments as context, but for those of `seen`, to which they are added. */
  async #contextsOf(
    reader: string,
    ids: readonly string[],
    seen: Set<string>,
  ): Promise<readonly ContextComment[]> {
    const contexts: ContextComment[] = [];
    for (const id of ids) {
      if (seen.has(id)) continue;
      seen.add(id);
      // One that waits itself is extracted first; one that waits for this very comment stays without statements.
      this.#begun.add(reader);
      for (const waiting of await this.pendingUpTo(id)) await this.extract(waiting);
      this.#begun.delete(reader);
      const context = await this.#context(id);
      if (context) contexts.push(context);
    }
    return contexts;
  }

  async #record(
    shelved: ShelvedComment,
    quotes: readonly Quote[],
    context: ExtractionContext,
  ): Promise<void> {
    const { comment } = shelved;
    const { extractor, fingerprint, known } = this.#run;
    const segmented = segmentComment(comment, quotes);
    const isStated = await this.#isStated(comment);
    const isPassedOver = isStated && extractor.passesOverMaps === true;
    const extraction = isPassedOver ? nothing : await extractor.extract(segmented, context);
    if (extraction.isWaiting === true) {
      keepLatest(this.#left, comment.id, true, leftKept);
      this.#run.hasWaiting = true;
      this.#diagnostics.push(...extraction.diagnostics);
      this.#keepContext({ ...segmented, statements: await this.#statements(comment) });
      return;
    }
    const layer = extractor.id;
    const others = await otherLayers(comment.id, shelved.fingerprints, layer, known);
    if (!isStated && shelved.fingerprints.some((one) => layerOf(one) === layer))
      this.#remove(comment.id, others);
    if (!sameQuotes(shelved.quotes, quotes)) {
      if (shelved.quotes.length > 0) this.#change.add("remove-quotes", { commentId: comment.id });
      this.#change.add("save-quotes", ...quotes);
    }
    if (isStated) {
      const locutions = await known.locutions([comment.id]);
      this.#change.add("save-stances", ...stancesOfReactions({ comment, locutions, answers: [] }));
    } else
      for (const text of await this.#edits(shelved, { segmented, extraction, context }))
        await link(text, layer, others, known, this.#claims, this.#change);
    const terms = unitedTerms(comment.id, extraction.terms, layer, others);
    if (terms.terms.length > 0 || isStated) this.#change.add("save-terms", terms);
    const fingerprints = withFingerprint(shelved.fingerprints, fingerprint);
    const language =
      others.ids.length === 0 ? extraction.language : commonLanguage(shelved.language, extraction.language);
    this.#change.add("save-extracted", { commentId: comment.id, fingerprints, language });
    this.#diagnostics.push(...extraction.diagnostics);
    this.#fresh.add(comment.id);
    this.shelf.put(comment.id, { ...shelved, quotes, fingerprints, language });
    const statements = isStated ? await this.#statements(comment) : extraction.statements;
    this.#keepContext({ ...segmented, statements });
  }

  /** Takes away what this layer found before; where it is the only one, everything. */
  #remove(commentId: string, others: OtherLayers): void {
    if (others.ids.length === 0) this.#change.add("remove-extractions", { commentId });
    else this.#change.add("remove-layer", { commentId, extractor: this.#run.extractor.id });
  }

  /** Whether the comment is of an argument map: its claims are stated, and of an extraction only the terms count. */
  async #isStated({ order }: Comment): Promise<boolean> {
    this.#stated ??= await statedSources(this.#run.known);
    return this.#stated.has(order.source);
  }

  async #statements({ id, version }: Comment): Promise<readonly Statement[]> {
    const locutions = (await this.#run.known.locutions([id])).filter(
      (locution) => locution.version === version && isStatedBy(locution.extractors, this.#run.extractor.id),
    );
    return locutions
      .map(({ span, leadIn, quoteId }) => ({ span, leadIn, quoteId }))
      .sort((a, b) => a.span.start - b.span.start);
  }

  /**
   * What is linked of a comment: of texts before an edit the claims whose words it changed, then the text as it is, with
   * the refinements that the edit made.
   */
  async #edits(
    { comment, offsets, earlier }: ShelvedComment,
    { segmented, extraction, context }: Pick<LinkedComment, "segmented" | "extraction" | "context">,
  ): Promise<readonly LinkedComment[]> {
    const current = { comment, segmented, offsets, extraction, context };
    if (earlier.length === 0) return [current];
    const texts: LinkedComment[] = [];
    for (const version of earlier) texts.push(await this.#earlierText(comment, version, segmented.quotes));
    return withRefinements([...texts, current]);
  }

  async #earlierText(comment: Comment, version: Version, quotes: readonly Quote[]): Promise<LinkedComment> {
    const { id, text, origin, offsets } = version;
    const own = {
      ...comment,
      version: id,
      text,
      origin,
      reactions: [],
      createdAt: version.at ?? comment.createdAt,
    };
    const marked = quotes.flatMap((quote): Quote[] => {
      const start = text.indexOf(quote.text);
      return start < 0 ? [] : [{ ...quote, version: id, span: { start, end: start + quote.text.length } }];
    });
    const segmented = segmentComment(own, marked);
    const context = { ancestors: [], quoted: [] };
    const extraction = await this.#run.extractor.extract(segmented, context);
    return { comment: own, segmented, offsets, extraction, context };
  }

  #waits({ comment, fingerprints }: ShelvedComment): boolean {
    const { id } = comment;
    if (this.#fresh.has(id) || this.#begun.has(id) || this.#left.has(id)) return false;
    return comment.status !== "stub" && !fingerprints.includes(this.#run.fingerprint);
  }

  /** The comments above this one that were seen, nearest first. */
  async #ancestors(comment: Comment): Promise<readonly ContextComment[]> {
    const ancestors: ContextComment[] = [];
    const seen = new Set([comment.id]);
    let next = comment.parentId;
    const most = this.#run.extractor.ancestorComments ?? usualAncestors;
    while (next !== null && !seen.has(next) && ancestors.length < most) {
      seen.add(next);
      const context = await this.#context(next);
      if (!context) break;
      ancestors.push(context);
      next = context.parentId;
    }
    return ancestors;
  }

  /** A comment as the context of another: its segments and what it states, as far as it was extracted. */
  async #context(id: string): Promise<ContextComment | null> {
    const kept = this.#contexts.get(id);
    if (kept) return kept;
    const shelved = await this.shelf.get(id);
    if (!shelved || shelved.comment.status === "stub") return null;
    const { comment, quotes } = shelved;
    const statements = await this.#statements(comment);
    const context = { ...segmentComment(comment, quotes), statements };
    this.#keepContext(context);
    return context;
  }

  #keepContext(context: ContextComment): void {
    keepLatest(this.#contexts, context.id, context, contextCapacity);
  }
}

function segmentComment(comment: Comment, quotes: readonly Quote[]) {
  const { id, version, text, authorId, parentId, threadId, createdAt } = comment;
  const ordered = [...quotes].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return {
    id,
    version,
    text,
    authorId,
    parentId,
    threadId,
    createdAt,
    segments: segment(
      text,
      ordered.filter((quote) => standsAlone(text, quote)),
    ),
    quotes: ordered,
  };
}

function sameQuotes(before: readonly Quote[], after: readonly Quote[]): boolean {
  const sorted = (quotes: readonly Quote[]) =>
    JSON.stringify(
      [...quotes].sort((a, b) => compareStrings(a.id, b.id)).map((quote) => Object.entries(quote).sort()),
    );
  return before.length === after.length && sorted(before) === sorted(after);
}

/**
 * Whether a quote holds sentences of its own. Words quoted inside a sentence (you say “…”, and I agree) do not cut
 * it: the sentence is its author's.
 */
function standsAlone(text: string, { how, span }: Quote): boolean {
  if (how !== "inline") return true;
  const before = text.slice(0, span.start).replace(/[\s"'“‘«]+$/u, "");
  const after = text.slice(span.end).replace(/^["'”’»)\]]+/u, "");
  const opens = before === "" || /[.!?:…]$/u.test(before) || /\n[\s"'“‘«]*$/u.test(text.slice(0, span.start));
  return opens && /[.!?…]["'”’»]?$/u.test(text.slice(span.start, span.end)) && /^(?:\s|$)/u.test(after);
}
