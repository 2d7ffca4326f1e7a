import { type InfoRecord, type Options, parse } from "csv-parse";
import { parse as parseAtOnce } from "csv-parse/sync";
import type { ImportRecord } from "../../model/draft.ts";
import { emptyInput, firstInvalidByte, invalidUtf8, readHead, utf8Chunks } from "../../text/decode.ts";
import type { Input } from "../importer.ts";
import { report } from "../report.ts";

/** What separates the cells of a row; of two that fit equally well the earlier one is taken. */
const delimiters = [",", ";", "\t", "|"] as const;

/** How many rows at the start tell the delimiter. */
const rowsLookedAt = 6;

/** Spreadsheet programs write this line before the header to tell each other the delimiter. */
const separatorLine = /^sep=(.)\r?\n/iu;

const grammar: Options = {
  // Both in one file is common: a table written on one system and continued on another.
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
};

/** The first rows of a table and how its cells are separated. */
export interface TableStart {
  readonly delimiter: string;
  /** The header first. */
  readonly rows: readonly (readonly string[])[];
  /** The line on which the header stands, from 1. */
  readonly headerLine: 1 | 2;
}

/**
 * What stands in a table, in order: the header, then rows, and what is wrong in between.
 *
 * `number` counts rows as a spreadsheet shows them: the header of a plain table is row 1, a row whose cells
 * hold line breaks is one row, and blank rows count. A row has as many cells as the header.
 */
export type TableEvent =
  | { readonly kind: "header"; readonly names: readonly string[] }
  | { readonly kind: "row"; readonly number: number; readonly cells: readonly string[] }
  | Extract<ImportRecord, { kind: "diagnostic" }>;

/**
 * Looks at the start of a text as a table; null when it is none at all.
 *
 * @param isKnown - whether a cell is the name of a column that the format has. The delimiter is the one under
 *   which most cells of the header are known, then the one that gives most cells.
 */
export function lookAtTable(head: string, isKnown: (name: string) => boolean): TableStart | null {
  const named = separatorLine.exec(head);
  const body = named ? head.slice(named[0].length) : head;
  let best: TableStart | null = null;
  let bestScore = 0;
  for (const delimiter of named?.[1] ? [named[1]] : delimiters) {
    const rows = firstRows(body, delimiter);
    const [header = []] = rows;
    const known = header.filter(isKnown).length;
    const score = known * 10_000 + Math.min(header.length, 9_999);
    if (score <= bestScore) continue;
    best = { delimiter, rows, headerLine: named ? 2 : 1 };
    bestScore = score;
  }
  return best;
}

function firstRows(text: string, delimiter: string): readonly (readonly string[])[] {
  // The head may end inside a quoted cell: such a last row is left out.
  return parseAtOnce(text, {
    ...grammar,
    delimiter,
    to: rowsLookedAt,
    skip_records_with_error: true,
  });
}

/**
 * Reads a table row by row and holds one row at a time.
 *
 * UTF-8 and UTF-16 with a byte order mark are read as elsewhere. Spreadsheet programs also write Windows-1252
 * and say so nowhere: a table with known columns that is not UTF-8 is read as that, with a warning, for which
 * the input is read through once before. A row with too few or too many cells is reported and read as far as
 * the header goes.
 *
 * @param maxLength - longest row in UTF-16 units; what follows a longer one is not read, since only an open
 *   quotation mark makes such rows.
 * @throws AppError `import.empty`, `import.binary`, or `import.encoding` for what is neither UTF-8 nor such a
 *   table.
 */
export async function* readTable(
  input: Input,
  { isKnown, maxLength }: { isKnown: (name: string) => boolean; maxLength: number },
): AsyncGenerator<TableEvent> {
  const start = lookAtTable(await readHead(input.open(), input.name), isKnown);
  const invalidByte = await invalidByteOf(input);
  let width: number | null = null;
  for await (const event of parseRows(
    input,
    start,
    invalidByte === null ? null : "windows-1252",
    maxLength,
  )) {
    if (event.kind === "diagnostic") {
      yield event;
      continue;
    }
    const { number, cells } = event;
    if (cells.every((cell) => cell.trim() === "")) continue;
    if (width === null) {
      if (invalidByte !== null && !cells.some(isKnown)) throw invalidUtf8(input.name, invalidByte);
      if (invalidByte !== null)
        yield report(
          "warning",
          "import.encoding",
          input.name,
          `byte ${invalidByte} is not valid UTF-8, so the table was read as Windows-1252; convert it first if words look wrong`,
        );
      width = cells.length;
      yield { kind: "header", names: cells.map((name) => name.trim()) };
      continue;
    }
    if (cells.length < width || cells.slice(width).some((cell) => cell.trim() !== ""))
      yield report(
        "warning",
        "import.record-invalid",
        rowPlace(input.name, number),
        `the row has ${cells.length} cells and the header ${width}; check it for a missing quotation mark`,
      );
    const filled = Array.from({ length: width }, (_, index) => cells[index] ?? "");
    yield { kind: "row", number, cells: filled };
  }
  if (width === null) throw emptyInput(input.name);
}

/** Names a row for people. */
export function rowPlace(file: string, number: number): string {
  return `${file}:row ${number}`;
}

async function* parseRows(
  input: Input,
  start: TableStart | null,
  encoding: "windows-1252" | null,
  maxLength: number,
): AsyncGenerator<Exclude<TableEvent, { kind: "header" }>> {
  const ready: Extract<TableEvent, { kind: "row" }>[] = [];
  let last = 0;
  const skipped = start?.headerLine === 2 ? 1 : 0;
  const parser = parse({
    ...grammar,
    delimiter: start?.delimiter ?? ",",
    from_line: start?.headerLine ?? 1,
    max_record_size: maxLength,
    info: false,
    on_record: (cells: string[], context: InfoRecord) => {
      last = context.records + context.empty_lines + skipped;
      // No store keeps NUL.
      ready.push({ kind: "row", number: last, cells: cells.map((cell) => cell.replaceAll("\0", "\ufffd")) });
      // Nothing is left in the stream, so an error cannot take rows with it that were read before.
      return null;
    },
  });
  let failure: Error | null = null;
  parser.on("error", (error) => {
    failure = error;
  });
  parser.resume();
  const decoder = encoding === null ? null : new TextDecoder(encoding);
  try {
    for await (const chunk of utf8Chunks(input.open(), input.name)) {
      await settled((done) => parser.write(decoder?.decode(chunk, { stream: true }) ?? chunk, done));
      yield* ready.splice(0);
      if (failure !== null) break;
    }
    if (failure === null)
      await settled((done) => {
        parser.once("end", done).once("error", done);
        parser.end();
      });
    yield* ready.splice(0);
  } finally {
    parser.destroy();
  }
  if (failure !== null)
    yield report(
      "error",
      "import.record-invalid",
      rowPlace(input.name, last + 1),
      `a quotation mark is opened and not closed within ${maxLength} characters or until the end; what follows it was not read`,
    );
}

async function settled(begin: (done: () => void) => void): Promise<void> {
  await new Promise<void>((resolve) => {
    begin(resolve);
  });
}

/** Offset of the first byte that is not UTF-8; null when all are. */
async function invalidByteOf(input: Input): Promise<number | null> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let offset = 0;
  for await (const chunk of utf8Chunks(input.open(), input.name)) {
    if (!decodes(() => decoder.decode(chunk, { stream: true }))) return offset + firstInvalidByte(chunk);
    offset += chunk.length;
  }
  return decodes(() => decoder.decode()) ? null : offset;
}

function decodes(step: () => string): boolean {
  try {
    step();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
