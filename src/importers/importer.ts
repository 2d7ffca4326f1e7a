import type { ImportRecord } from "../model/draft.ts";

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
