import type { Author, Comment, Source, Version } from "../model/comment.ts";
import type { CommentDraft, QuoteDraft } from "../model/draft.ts";
import { quoteId, versionId } from "../model/id.ts";
import type { Origin } from "../model/origin.ts";
import type { Quote } from "../model/quote.ts";
import { sliceSpan } from "../model/span.ts";
import { toOrigin } from "../text/offset-map.ts";

/** A draft whose id is settled, with what a text that differs from the stored one would mean. */
export interface IdentifiedDraft extends CommentDraft {
  readonly id: string;
  /**
   * `extraction`: another reading of the same words, of which the longest is shown; `cut`: the same words
   * with other ends, which a person set and which are shown.
   */
  readonly difference: "edit" | "extraction" | "cut";
  /** Keys of the paragraphs by which a comment without a native id is met again; null when it has an id. */
  readonly paragraphKeys: readonly string[] | null;
}

/** Who a draft names: its author, and the readers who reacted, of whom it gives no more than an id. */
export function peopleOf(draft: CommentDraft): readonly Author[] {
  const readers = draft.reactions.flatMap(({ by }) => (by === null ? [] : [{ id: by, name: nameInId(by) }]));
  return [...(draft.author ? [{ id: draft.author.id, name: draft.author.name }] : []), ...readers];
}

/** The native part of `<host>:<native id>`. */
export function nameInId(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

/** The text of a draft, as one of the texts of its comment. */
export function versionOf(draft: CommentDraft, source: Source, kind: Version["kind"]): Version {
  const id = versionId(draft.text);
  return {
    id,
    commentId: draft.id ?? "",
    text: draft.text,
    at: draft.editedAt ?? draft.createdAt,
    kind,
    origin: draft.text.length > 0 ? wholeOrigin(draft, source) : null,
    offsets: draft.offsets,
  };
}

function wholeOrigin(draft: CommentDraft, source: Source): Origin {
  const { record, field, offsets, text } = draft;
  const range = toOrigin(offsets, { start: 0, end: text.length });
  return { sourceId: source.id, file: source.file, record, field, ...range };
}

/** The comment that a draft is the first to bring words of. */
export function newComment(draft: IdentifiedDraft, source: Source, version: Version, seq: number): Comment {
  return {
    id: draft.id,
    authorId: draft.author?.id ?? null,
    threadId: draft.threadId,
    parentId: draft.parentId,
    createdAt: draft.createdAt,
    editedAt: draft.editedAt,
    order: { source: source.id, index: draft.index },
    seq,
    text: version.text,
    version: version.id,
    url: draft.url,
    score: draft.score,
    status: draft.status,
    reactions: draft.reactions,
    origin: version.origin,
  };
}

/**
 * A stored comment with what a draft adds: what the store does not know yet, and what changes by itself (score,
 * status, reactions), of which the newest source of the comment has the last word.
 */
export function merged(
  before: Comment,
  draft: IdentifiedDraft,
  version: Version | null,
  { isNewest, isOfFormat }: { readonly isNewest: boolean; readonly isOfFormat: boolean },
): Comment {
  // Another format may not know of reactions; the same one says so when they are gone.
  const reactions = draft.reactions.length > 0 || isOfFormat ? draft.reactions : before.reactions;
  return {
    ...before,
    authorId: before.authorId ?? draft.author?.id ?? null,
    threadId: before.threadId ?? draft.threadId,
    parentId: before.parentId ?? draft.parentId,
    createdAt: before.createdAt ?? draft.createdAt,
    editedAt: draft.editedAt ?? before.editedAt,
    url: before.url ?? draft.url,
    ...(isNewest
      ? { score: draft.score ?? before.score, status: draft.status, reactions }
      : { score: before.score ?? draft.score }),
    ...(version ? { text: version.text, version: version.id, origin: version.origin } : {}),
  };
}

/**
 * Whether a text that differs from the stored one is the one to show.
 *
 * Of two extractions the longer lost less. Of two edits the later stands, and without dates the one imported last.
 */
export function becomesCurrent(draft: IdentifiedDraft, before: Comment, text: string): boolean {
  if (draft.difference === "extraction") return text.length > before.text.length;
  if (draft.difference === "cut") return true;
  // A tombstone has no words of its own: what was said before it stays readable.
  if (text.length === 0) return false;
  const [now, then] = [draft.editedAt ?? draft.createdAt, before.editedAt ?? before.createdAt];
  return now === null || then === null || now >= then;
}

/** A quote of a draft, in the text of its comment. */
export function quoteOf(quote: QuoteDraft, draft: IdentifiedDraft, version: Version, source: Source): Quote {
  const { record, field, offsets } = draft;
  return {
    id: quoteId(draft.id, version.id, quote.span.start, quote.span.end),
    commentId: draft.id,
    version: version.id,
    span: quote.span,
    text: sliceSpan(version.text, quote.span),
    how: quote.how,
    score: Math.round(quote.score * 1000) / 1000,
    speaker: null,
    speakerName: quote.speaker,
    source: null,
    sourceId: quote.source,
    answer: null,
    origin: { sourceId: source.id, file: source.file, record, field, ...toOrigin(offsets, quote.span) },
  };
}
