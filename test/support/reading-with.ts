import type { StoreReader } from "../../src/store/store.ts";

/** A reader whose files of Cypher are run by `run`, to look at what is asked or to come in between. */
export function readingWith(reader: StoreReader, run: StoreReader["run"]): StoreReader {
  return {
    supports: reader.supports,
    known: reader.known,
    revision: reader.revision,
    run,
    search: (text, options) => reader.search(text, options),
    searchAndCount: (text, options) => reader.searchAndCount(text, options),
    records: () => reader.records(),
    close: () => reader.close(),
  };
}
