import type { AuthorsOutput } from "../../queries/authors.ts";
import type { SourcesOutput } from "../../queries/sources.ts";
import { type Listing, showing } from "../listing.ts";

/** The inputs of a store as a table, in the order of their rank. */
export function sourceListing({ total, items }: SourcesOutput): Listing {
  return {
    value: { total, items },
    columns: [
      { key: "id", title: "id" },
      { key: "format", title: "format" },
      { key: "host", title: "host" },
      { key: "captured", title: "captured" },
      { key: "rank", title: "rank", align: "right" },
      { key: "comments", title: "comments", align: "right" },
      { key: "complete", title: "complete" },
      { key: "problems", title: "problems", align: "right" },
      { key: "file", title: "file", flexible: true },
    ],
    rows: items.map(({ id, format, host, captured, rank, comments, isComplete, diagnostics, file }) => [
      ...[id, format, host, captured, rank, comments],
      isComplete ? "yes" : "no",
      diagnostics === undefined ? "" : diagnostics.errors + diagnostics.warnings,
      file,
    ]),
    foot: showing(items.length, total, "source"),
  };
}

/** The people of a store as a table, those who said most first. */
export function authorListing({ total, items }: AuthorsOutput): Listing {
  return {
    value: { total, items },
    columns: [
      { key: "id", title: "id" },
      { key: "comments", title: "comments", align: "right" },
      { key: "claims", title: "claims", align: "right" },
      { key: "name", title: "name", flexible: true },
    ],
    rows: items.map(({ id, comments, claims, name }) => [id, comments, claims, name]),
    foot: showing(items.length, total, "author"),
  };
}
