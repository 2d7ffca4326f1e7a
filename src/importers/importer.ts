import type { CommentStatus, Reaction } from "../model/comment.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { GraphRecord } from "../model/graph.ts";
import type { Offsets } from "../model/origin.ts";
import type { QuoteMethod } from "../model/quote.ts";
import type { Span } from "../model/span.ts";

/** A file, or standard input spooled to one, that can be read more than once. */
export interface Input {
  /** Base name, shown to people and kept in origins; `stdin` for standard input. */
  readonly name: string;
  readonly bytes: number;
  /** Opens the bytes from the start, decompressed and not decoded. */
  open(): AsyncIterable<Uint8Array>;
}

export interface ImportOptions {
  /** Stands before native ids; by default the file's name. */
  readonly host: string;
  /** Who wrote a dump that does not say, or says otherwise; null leaves it to the importer. */
  readonly author: string | null;
  /** Longest record in bytes; a longer one is skipped with its place. Default 16 MiB. */
  readonly maxRecordBytes: number;
}

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
 * `id` is `<host>:<native id>`, null where the format has none: linking then takes it from the first paragraph.
 * `index` counts from the oldest comment of the source, 0. `offsets` joins `text` to the field named by `record`
 * and `field` (model/origin.ts).
 */
export interface CommentDraft {
  readonly id: string | null;
  readonly threadId: string | null;
  readonly threadTitle: string | null;
  readonly parentId: string | null;
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
 * What a whole feed says about itself: who wrote it (null when it names nobody) and its biography paragraph, which
 * lets a dump without a name meet one with.
 */
export interface FeedDraft {
  readonly author: string | null;
  readonly bio: string | null;
  readonly drafts: readonly CommentDraft[];
}

/** What importers yield. A `feed` is a whole profile dump, small by nature; all else comes one record at a time. */
export type ImportRecord =
  | { readonly kind: "comment"; readonly comment: CommentDraft }
  | { readonly kind: "feed"; readonly feed: FeedDraft }
  | { readonly kind: "graph"; readonly record: GraphRecord }
  | { readonly kind: "diagnostic"; readonly diagnostic: Diagnostic };

/** Reads one format. */
export interface Importer {
  readonly id: string;
  /** One line for `--help`. */
  readonly describes: string;
  /**
   * How sure the importer is, 0 to 1, that the input is of its format.
   *
   * @param head - the decoded first 64 KiB, cut at a character.
   */
  sniff(head: string, name: string): number;
  /**
   * Reads the input as a stream. A broken record becomes a diagnostic and the rest is read.
   *
   * @throws AppError `import.*` when nothing of the input can be read.
   */
  read(input: Input, options: ImportOptions): AsyncIterable<ImportRecord>;
}
