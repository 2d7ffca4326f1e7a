import { AppError } from "../errors.ts";
import type { ImportRecord } from "../model/draft.ts";
import { type ColumnMap, isKnownColumn, mapColumns, type TableField } from "./csv/columns.ts";
import { lookAtTable, readTable } from "./csv/read-table.ts";
import { readRow } from "./csv/row-draft.ts";
import type { Importer, ImportOptions, Input } from "./importer.ts";

/** A header cell longer than this is a sentence and no name. Length in UTF-16 units. */
const longestName = 60;

/**
 * A table with one comment a row: comma, semicolon, tab or bar between its cells.
 *
 * Which column holds what is told by the names in the header (`csv/columns.ts`) or by the user. `record` of a
 * draft is the number of the row as a spreadsheet shows it, `field` the name of the column with the text.
 */
export const csv: Importer = {
  id: "csv",
  describes:
    "a table (CSV, TSV) with one comment a row and a header; --columns names columns that are not found",
  keeps: ["id", "author", "time", "parent", "quote", "edit", "deletion", "votes"],
  sniff,
  read,
};

function sniff(head: string, name: string): number {
  if (/^\s*[[{<]/u.test(head)) return 0;
  const isNamed = /\.(?:csv|tsv)(?:\.gz)?$/iu.test(name);
  const start = lookAtTable(head, isKnownColumn);
  const [header = [], first] = start?.rows ?? [];
  if (header.some((cell) => cell.length > longestName || cell.includes("\n"))) return isNamed ? 0.3 : 0;
  const columns = mapColumns(header, new Map(), name);
  const about: readonly TableField[] = ["id", "author", "createdAt", "parentId", "threadId"];
  const known = about.filter((field) => columns.has(field)).length;
  const isRegular = first === undefined || first.length === header.length;
  if (!columns.has("text") || known === 0) return isNamed ? (columns.has("text") ? 0.7 : 0.5) : 0;
  if (isNamed) return 0.95;
  return isRegular && first !== undefined ? (known > 1 ? 0.92 : 0.6) : 0.4;
}

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  let names: readonly string[] = [];
  let columns: ColumnMap = new Map();
  const wanted = new Set(options.columns.values());
  const isKnown = (name: string) => isKnownColumn(name) || wanted.has(name.trim());
  for await (const event of readTable(input, { isKnown, maxLength: options.maxRecordBytes })) {
    if (event.kind === "row") yield* readRow({ ...event, file: input.name, names, columns }, options);
    else if (event.kind === "diagnostic") yield event;
    else {
      names = event.names;
      columns = mapColumns(names, options.columns, input.name);
      if (!columns.has("text")) throw noTextColumn(input.name, names);
    }
  }
}

function noTextColumn(file: string, names: readonly string[]): AppError {
  const shown = names.slice(0, 20).map((name) => name.slice(0, longestName));
  return new AppError(
    "import.record-invalid",
    `${file}: no column of the table is known to hold the text; its columns are ${shown.join(", ")}`,
    { hint: "Name the column, for example: --columns text=NAME,author=NAME" },
  );
}
