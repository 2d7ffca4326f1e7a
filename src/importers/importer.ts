import type { ImportRecord } from "../model/draft.ts";

/**
 * What can be read more than once: a file, standard input spooled to one, a file inside an archive, or all
 * files of a folder or archive.
 */
export interface Input {
  /**
   * Base name, shown to people and kept in origins; `stdin` for standard input. Inside a folder: the path in
   * it.
   */
  readonly name: string;
  readonly bytes: number;
  /**
   * The files of a folder or archive, sorted by name, with `/` between the parts of their paths; null for a
   * single file. A folder's own `open` gives its files' names and bytes, one after another, and serves only
   * to tell folders apart.
   */
  readonly files: readonly Input[] | null;
  /** Opens the bytes from the start, decompressed and not decoded. */
  open(): AsyncIterable<Uint8Array>;
  /**
   * The text of a file beside this one that is named like it with `suffix` behind, where a person may have
   * said more of it; null when there is none. Absent for what lies in no folder of the user's.
   */
  beside?(suffix: string): Promise<string | null>;
}

export interface ImportOptions {
  /**
   * Stands before native ids where the format does not name its site: the user's `--source`, else the file's
   * name.
   */
  readonly host: string;
  /** Whether the user named the host, which then also stands for a site that the format names. */
  readonly isHostGiven: boolean;
  /** Who wrote a dump that does not say, or says otherwise; null leaves it to the importer. */
  readonly author: string | null;
  /** Which column of a table holds which field of a comment: `text` to `body`. Empty leaves it to the header. */
  readonly columns: ReadonlyMap<string, string>;
  /** Longest record in bytes; a longer one is skipped with its place. Default 16 MiB. */
  readonly maxRecordBytes: number;
}

/** The facts of a comment that a format carries beside its text. */
export const keptFields = [
  "id",
  "author",
  "time",
  "parent",
  "quote",
  "edit",
  "deletion",
  "votes",
  "reactions",
] as const;
type KeptField = (typeof keptFields)[number];

/** The longest record that is read unless somebody says otherwise: 16 MiB, in bytes. */
export const usualRecordBytes = 16 * 1024 * 1024;

/** Reads one format. */
export interface Importer {
  readonly id: string;
  /** One line for `--help`. */
  readonly describes: string;
  /** What the importer brings where the input has it. */
  readonly keeps: readonly KeptField[];
  /**
   * Whether the format is an argument map, which states claims and relations itself: they are then graph
   * records beside the comments, and extraction adds none. Absent where claims are to be found.
   */
  readonly statesClaims?: true;
  /**
   * How sure the importer is, 0 to 1, that the input is of its format.
   *
   * @param head - the decoded first 64 KiB, cut at a character.
   */
  sniff(head: string, name: string): number;
  /**
   * How sure the importer is, 0 to 1, that a folder or archive as a whole is one corpus of its format, by the
   * paths in it. Absent where a format is a single file: the files of a folder are then inputs of their own.
   */
  sniffFolder?(paths: readonly string[]): number;
  /**
   * Reads the input as a stream. A broken record becomes a diagnostic and the rest is read.
   *
   * @throws AppError `import.*` when nothing of the input can be read.
   */
  read(input: Input, options: ImportOptions): AsyncIterable<ImportRecord>;
}

/** What stands before the native ids of a site that the format names: that site, unless the user named a host. */
export function siteHost(site: string, { host, isHostGiven }: ImportOptions): string {
  return isHostGiven ? host : site;
}
