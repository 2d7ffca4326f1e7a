import type { GraphRecord } from "../model/graph.ts";

interface Described {
  readonly id: string;
  /** One line for `--help`. */
  readonly describes: string;
}

/** Writes a graph in one format. */
export interface Exporter extends Described {
  readonly fileExtension: string;
  /**
   * Turns the graph into pieces of text, as a stream.
   *
   * @param records - the arrays in the order of `graphArrays`, each sorted by id.
   */
  write(records: AsyncIterable<GraphRecord>): AsyncIterable<string>;
}

/** A piece of one of several files: it comes after what came before for the same file. */
export interface FilePiece {
  readonly file: string;
  readonly text: string;
}

/** Writes a graph as several files of one folder. */
export interface FolderExporter extends Described {
  /**
   * Turns the graph into pieces of files, as a stream. Every file of the format comes, also when nothing is in it.
   *
   * @param records - as for `Exporter.write`.
   */
  writeFiles(records: AsyncIterable<GraphRecord>): AsyncIterable<FilePiece>;
  /** The command to give next, with the files in `folder`. */
  nextCommand(folder: string): string;
}
