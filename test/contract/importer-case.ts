import type { Importer, ImportOptions } from "../../src/importers/importer.ts";
import type { CommentDraft } from "../../src/model/draft.ts";

/** Files of a folder by their paths in it. */
export type FolderContent = Readonly<Record<string, string>>;

/**
 * What the contract must know of a format to make inputs of it. `Content` is a string where the format is one
 * file.
 */
export interface FormatCase<Content> {
  readonly importer: Importer;
  /** Given to each import beside the usual ones, where the format cannot do without. */
  readonly options?: Partial<ImportOptions>;
  /**
   * An input of the format with these texts as the words of comments, one each. Where the format has markup, the
   * text is escaped (`escapeHtml`, `escapeMarkdown`), so that a reader sees it as it is.
   */
  wrap(texts: readonly string[]): Content;
  /** The fixture with one record broken in its middle; null where a format has no records to break. */
  readonly breakRecord: ((fixture: Content) => Content) | null;
  /** So many replies, each nested in the one that it answers; null where the format does not nest them. */
  readonly nest: ((depth: number) => Content) | null;
  /**
   * The decoded value of the field that `record` and `field` of a comment name, in which its `offsets` count; the
   * whole file where both are null. Null where the format brings no comments with offsets.
   */
  readonly source: ((content: Content, comment: CommentDraft) => string) | null;
  /** Why the importer holds an input whole; absent where memory must not grow with the input. */
  readonly holdsWhole?: string;
}

/** A case with its inputs as folders, one file each where the format is a file. */
export interface ImporterCase extends FormatCase<FolderContent> {
  readonly isFolder: boolean;
}

const only = "input";

/** The case of a format that is one file. */
export function fileCase({ wrap, breakRecord, nest, source, ...rest }: FormatCase<string>): ImporterCase {
  const ofFile = (content: FolderContent): string => content[only] ?? "";
  return {
    ...rest,
    isFolder: false,
    wrap: (texts) => ({ [only]: wrap(texts) }),
    breakRecord: breakRecord && ((fixture) => ({ [only]: breakRecord(ofFile(fixture)) })),
    nest: nest && ((depth) => ({ [only]: nest(depth) })),
    source: source && ((content, comment) => source(ofFile(content), comment)),
  };
}

/** The case of a format that is a folder of files. Its fixture is the folder `input`. */
export function folderCase(one: FormatCase<FolderContent>): ImporterCase {
  return { ...one, isFolder: true };
}

/** Text as HTML, or as an XML value, that shows it. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Text as Markdown that shows it, as far as it is one line of words and signs. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/gu, "\\$&");
}
