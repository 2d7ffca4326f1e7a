import { answerSpans } from "../../src/linking/answer-spans.ts";
import { keepLatest } from "../../src/linking/keep-latest.ts";
import type { Statement } from "../../src/model/claim.ts";
import type { ContextComment, ExtractionContext } from "../../src/model/extraction.ts";
import type { Quote } from "../../src/model/quote.ts";
import type { Segment, SegmentedComment } from "../../src/model/segment.ts";
import type { Place } from "../../src/model/span.ts";
import { segment } from "../../src/segmentation/segment.ts";
import type { ForumComment } from "../support/shared-corpus.ts";

/** A comment of the corpus before it is cut into segments. */
export type UncutComment = Omit<SegmentedComment, "segments">;

/** How far up a thread the pipeline lets an extractor look. */
const mostAncestors = 4;
/** How many comments stay at hand as the context of others, as in the pipeline. */
const contextCapacity = 1000;

/** Hands comments of a corpus to an extractor as the pipeline would, without a store. */
export class ForumReader {
  readonly #contexts = new Map<string, ContextComment>();

  /** The comment with its quotes, those resolved that stand word for word in a comment above it. */
  read({ id, threadId, parentId, author, createdAt, text, quotes }: ForumComment): UncutComment {
    const above = this.#ancestors(parentId);
    const marked = quotes.map(({ start, end, sourceAuthor }, index): Quote => {
      const words = text.slice(start, end);
      return {
        id: `${id} ${index}`,
        commentId: id,
        version: "1",
        span: { start, end },
        text: words,
        how: "markup",
        score: 1,
        speaker: sourceAuthor ?? null,
        speakerName: sourceAuthor ?? null,
        source: placeOf(words.trim(), above),
        sourceId: null,
        answer: null,
        origin: null,
      };
    });
    const ordered = marked.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    const answers = answerSpans(text, ordered);
    return {
      id,
      version: "1",
      text,
      authorId: author,
      parentId,
      threadId,
      createdAt: createdAt === null ? null : new Date(createdAt * 1000).toISOString(),
      quotes: ordered.map((quote) => ({ ...quote, answer: answers.get(quote.id) ?? null })),
    };
  }

  contextOf({ parentId, quotes }: UncutComment): ExtractionContext {
    const ancestors = this.#ancestors(parentId);
    const quoted = quotes.flatMap(({ source }) => this.#contexts.get(source?.commentId ?? "") ?? []);
    return { ancestors, quoted: quoted.filter((one) => !ancestors.includes(one)) };
  }

  keep(comment: SegmentedComment, statements: readonly Statement[]): void {
    keepLatest(this.#contexts, comment.id, { ...comment, statements }, contextCapacity);
  }

  #ancestors(parentId: string | null): readonly ContextComment[] {
    const ancestors: ContextComment[] = [];
    for (let next = parentId; next !== null && ancestors.length < mostAncestors; ) {
      const context = this.#contexts.get(next);
      if (context === undefined || ancestors.includes(context)) break;
      ancestors.push(context);
      next = context.parentId;
    }
    return ancestors;
  }
}

function placeOf(words: string, above: readonly ContextComment[]): Place | null {
  if (words === "") return null;
  for (const { id, version, text } of above) {
    const start = text.indexOf(words);
    if (start >= 0) return { commentId: id, version, span: { start, end: start + words.length } };
  }
  return null;
}

export function cut(comment: UncutComment): SegmentedComment {
  const segments: readonly Segment[] = segment(comment.text, comment.quotes);
  return { ...comment, segments };
}

/** A comment before and after it is cut. */
export interface Cut {
  readonly uncut: UncutComment;
  readonly segmented: SegmentedComment;
}

/** Cuts a comment before those above it are extracted: it states nothing yet for those that answer it. */
export function cutAhead(comment: ForumComment, ahead: ForumReader): Cut {
  const uncut = ahead.read(comment);
  const segmented = cut(uncut);
  ahead.keep(segmented, []);
  return { uncut, segmented };
}
