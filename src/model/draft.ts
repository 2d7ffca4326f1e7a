import type { CommentStatus, Reaction } from "./comment.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { GraphRecord } from "./graph.ts";
import type { Offsets } from "./origin.ts";
import type { QuoteMethod } from "./quote.ts";
import type { Span } from "./span.ts";

/** A quote as an importer sees it: marked by the format, or guessed from its look. */
export interface QuoteDraft {
  readonly span: Span;
  readonly how: QuoteMethod;
  readonly score: number;
  /** Name of the person quoted, where the format says so. */
  readonly speaker: string | null;
  /** Id of the comment quoted, where the format says so. */
  readonly source: string | null;
}

/**
 * A comment as its format gives it, before it is placed beside what is stored.
 *
 * `id` is `<host>:<native id>`, null where the format has none: linking then takes it from the first
 * paragraph. `index` counts from the oldest comment of the source, 0. `offsets` joins `text` to the field
 * named by `record` and `field` (model/origin.ts). `addressee` is the name of the person answered ("@ann")
 * where a format has no parent but the post commented on: linking then takes that person's latest earlier
 * comment of the thread (linking/addressees.ts).
 */
export interface CommentDraft {
  readonly id: string | null;
  readonly threadId: string | null;
  readonly threadTitle: string | null;
  readonly parentId: string | null;
  readonly addressee: string | null;
  readonly author: { readonly id: string; readonly name: string } | null;
  readonly createdAt: string | null;
  readonly editedAt: string | null;
  readonly text: string;
  readonly url: string | null;
  readonly score: number | null;
  readonly status: CommentStatus;
  readonly quotes: readonly QuoteDraft[];
  readonly reactions: readonly Reaction[];
  /** Earlier texts, oldest first. */
  readonly earlier: readonly { readonly text: string; readonly at: string | null }[];
  readonly index: number;
  readonly record: string | null;
  readonly field: string | null;
  readonly offsets: Offsets;
}

/**
 * A paragraph, or a whole list, of a feed that lost its marks, in file order.
 *
 * `span` counts in the feed's `text`. `key` is equal for the same paragraph in another dump. `boundaryScore` is
 * the probability, 0 to 1, that a comment begins with the block, `quoteScore` that it is somebody else's words.
 * `quotedFrom` is the name of whoever is quoted, where a person or a model said so.
 */
export interface FeedBlock {
  readonly span: Span;
  readonly key: string;
  readonly isList: boolean;
  readonly boundaryScore: number;
  readonly quoteScore: number;
  readonly quotedFrom?: string | null;
}

/**
 * A whole profile page: who wrote it (null when it names nobody), its biography paragraph, which lets a dump
 * without a name meet one with, and its blocks without the furniture.
 *
 * `text` is the decoded file with line ends as `\n`, `offsets` joins it to the file. `starts` holds the indexes of
 * the blocks with which the importer would begin a comment, the first block included; linking may move them where
 * another dump proves them wrong, unless a person set them (`areStartsSet`).
 */
export interface FeedDraft {
  readonly author: string | null;
  readonly bio: string | null;
  readonly text: string;
  readonly offsets: Offsets;
  readonly blocks: readonly FeedBlock[];
  readonly starts: readonly number[];
  readonly areStartsSet: boolean;
}

/**
 * What importers yield. A `feed` is a whole profile dump, small by nature; all else comes one record at a
 * time.
 */
export type ImportRecord =
  | { readonly kind: "comment"; readonly comment: CommentDraft }
  | { readonly kind: "feed"; readonly feed: FeedDraft }
  | { readonly kind: "graph"; readonly record: GraphRecord }
  | { readonly kind: "diagnostic"; readonly diagnostic: Diagnostic };
