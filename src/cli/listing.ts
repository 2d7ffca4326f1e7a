import { AppError } from "../errors.ts";
import { csvLines } from "./csv.ts";
import type { Io } from "./io.ts";
import type { ListingOptions } from "./options.ts";
import { print, printJson, say, terminalWidth } from "./output.ts";
import { printable } from "./printable.ts";
import { type Cell, type Column, layOutTable } from "./table.ts";

/**
 * Something that can be printed in three ways.
 *
 * `value` is the whole answer, for JSON; `columns` and `rows` are its table, for CSV; `lines` lays it out to be
 * read (by default the table). `foot` says how many of how many are shown; it goes to stderr beside CSV.
 */
export interface Listing {
  readonly value: unknown;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly lines?: (width: number | null) => readonly string[];
  readonly foot: string | null;
  readonly notes?: readonly string[];
}

/**
 * Prints a listing as the options ask.
 *
 * @throws AppError `cli.usage` when they ask for two things at once.
 */
export async function printListing(io: Io, options: ListingOptions, listing: Listing): Promise<void> {
  if (options.json === true && options.csv === true)
    throw new AppError("cli.usage", "--json and --csv exclude each other", { hint: "Give one of them." });
  if (options.json === true) await printJson(io, listing.value);
  if (options.csv === true) {
    const text = csvLines(listing.columns, listing.rows).join("");
    // A file gets the words as they are; a terminal must not be steered by them.
    await print(io, io.stdout.isTTY === true ? printable(text.replaceAll("\r\n", "\n")) : text);
    if (listing.foot !== null) say(io, listing.foot);
  }
  if (options.json === true || options.csv === true) {
    for (const note of listing.notes ?? []) say(io, printable(note));
    return;
  }
  const width = terminalWidth(io);
  const lines = listing.lines?.(width) ?? layOutTable(listing.columns, listing.rows, { width });
  const foot = listing.foot === null ? [] : [listing.foot];
  await print(io, `${[...lines, ...foot].join("\n")}\n`);
}

/** "showing 20 of 135 claims", or how many there are when all are shown. */
export function showing(shown: number, total: number, singular: string, plural = `${singular}s`): string {
  const noun = total === 1 ? singular : plural;
  if (total === 0) return `no ${plural}`;
  return shown < total ? `showing ${shown} of ${total} ${noun}` : `${total} ${noun}`;
}

/** Prints one thing that is no table: as JSON, or laid out to be read. */
export async function printLines(
  io: Io,
  { json = false }: { readonly json?: boolean },
  value: unknown,
  lines: (width: number | null) => readonly string[],
): Promise<void> {
  if (json) return printJson(io, value);
  await print(io, `${lines(terminalWidth(io)).join("\n")}\n`);
}
