import { text } from "node:stream/consumers";
import type { Command } from "commander";
import { AppError } from "../errors.ts";
import type { Parameters, Value } from "../store/store.ts";
import type { Io } from "./io.ts";
import { printListing } from "./listing.ts";
import { openTheStore } from "./open.ts";
import type { ListingOptions } from "./options.ts";
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

/**
 * Reads `name=value`: what is JSON of a number, a truth value, null or a list is that; all else is text. A number
 * that must be text stands in quotation marks: `--param 'id="12"'`.
 *
 * @throws AppError `cli.usage` for a parameter without a name or given twice.
 */
export function parseParameters(given: readonly string[]): Parameters {
  const parameters = new Map<string, Value>();
  for (const entry of given) {
    const match = /^([A-Za-z_]\w*)=(.*)$/s.exec(entry);
    const [, name = "", value = ""] = match ?? [];
    if (match === null || parameters.has(name))
      throw new AppError(
        "cli.usage",
        `--param ${entry}: ${match === null ? "it has no name" : "it is given twice"}`,
        {
          hint: "Write --param name=value, once for each name.",
        },
      );
    parameters.set(name, parseValue(value));
  }
  return Object.fromEntries(parameters);
}

function parseValue(text: string): Value {
  if (!/^(?:-?\d|true$|false$|null$|\[|")/.test(text)) return text;
  try {
    return JSON.parse(text) as Value;
  } catch {
    return text;
  }
}
