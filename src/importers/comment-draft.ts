import type { CommentDraft } from "../model/draft.ts";
import type { ReadText } from "../text/reader-text.ts";

/** What every comment has; the rest is what a format may add. */
type Given = Pick<CommentDraft, "id" | "index"> & Partial<CommentDraft>;

/**
 * A draft with everything that the format does not say left empty.
 *
 * @param read - the text as a reader sees it. Block quotes that its markup shows become quotes without a source,
 *   unless `given` brings quotes of its own.
 */
export function commentDraft(
  read: Pick<ReadText, "text" | "offsets" | "quotes">,
  given: Given,
): CommentDraft {
  return {
    threadId: null,
    threadTitle: null,
    parentId: null,
    addressee: null,
    author: null,
    createdAt: null,
    editedAt: null,
    text: read.text,
    url: null,
    score: null,
    status: "live",
    quotes: read.quotes.map((span) => ({ span, how: "markup", score: 1, speaker: null, source: null })),
    reactions: [],
    earlier: [],
    record: null,
    field: null,
    offsets: read.offsets,
    ...given,
  };
}

/** The text of a comment of which no words are left: a tombstone. */
export const noText: Pick<ReadText, "text" | "offsets" | "quotes"> = { text: "", offsets: [], quotes: [] };
