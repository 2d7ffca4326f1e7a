import { text } from "node:stream/consumers";
import type { Command } from "commander";
import type { Value } from "../store/store.ts";
import type { Io } from "./io.ts";
import { printListing } from "./listing.ts";
import { openTheStore } from "./open.ts";
import type { ListingOptions } from "./options.ts";
import { parseParameters } from "./parameters.ts";
import type { Cell } from "./table.ts";

export interface QueryOptions extends ListingOptions {
  readonly param: readonly string[];
  readonly timeout?: number;
  readonly maxRows?: number;
  readonly maxMemory?: number;
}

const usual = { timeoutMs: 5_000, maxRows: 1_000, maxBytes: 512 * 1024 ** 2 };

/** Runs a user's Cypher and prints its rows. */
export async function runQuery(
  io: Io,
  command: Command,
  cypher: string,
  options: QueryOptions,
): Promise<void> {
  const parameters = parseParameters(options.param);
  const store = await openTheStore(io, command);
  const result = await store.query(cypher === "-" ? await text(io.stdin) : cypher, parameters, {
    timeoutMs: options.timeout ?? usual.timeoutMs,
    maxRows: options.maxRows ?? usual.maxRows,
    maxBytes: options.maxMemory ?? usual.maxBytes,
  });
  const { columns, rows, isTruncated } = result;
  const last = columns.length - 1;
  await printListing(io, options, {
    value: result,
    columns: columns.map((name, index) => ({
      key: name,
      title: name,
      flexible: index === last,
      align: rows.some((row) => typeof row[index] === "number") ? "right" : "left",
    })),
    rows: rows.map((row) => row.map(toCell)),
    foot: isTruncated
      ? `the first ${rows.length} rows; there are more (--max-rows)`
      : rows.length === 1
        ? "1 row"
        : `${rows.length} rows`,
  });
}

function toCell(value: Value): Cell {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
}
