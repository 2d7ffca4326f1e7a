import type { GraphRecord } from "../model/graph.ts";

/** Writes a graph in one format. */
export interface Exporter {
  readonly id: string;
  readonly fileExtension: string;
  /** One line for `--help`. */
  readonly describes: string;
  /**
   * Turns the graph into pieces of text, as a stream.
   *
   * @param records - the arrays in the order of `graphArrays`, each sorted by id.
   */
  write(records: AsyncIterable<GraphRecord>): AsyncIterable<string>;
}
