import { cellWidth, cutCells, padCells, wrapCells } from "./cell-width.ts";
import { printableLine } from "./printable.ts";

export type Cell = string | number | boolean | null;

/**
 * A column of a table.
 *
 * `key` names it in CSV and JSON, `title` on a terminal. `align` is `right` for figures. The one column that is
 * `flexible` holds sentences: it takes the width that is left and is wrapped.
 */
export interface Column {
  readonly key: string;
  readonly title: string;
  readonly align?: "left" | "right";
  readonly flexible?: boolean;
}

/** Narrower than this a wrapped column cannot be read; the table then is wider than the terminal. */
const leastFlexible = 24;
/** A column that is not flexible is cut beyond this. */
const mostFixed = 32;
/** A sentence takes at most this many lines in a table; the whole stands in `show`. */
const mostLines = 4;
const gap = "  ";

/**
 * Lays out rows for a terminal of `width` cells, with titles and a rule under them.
 *
 * `width` null means a pipe: one line a row, nothing cut or wrapped, so that `grep` finds what is there.
 */
export function layOutTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  { width }: { width: number | null },
): readonly string[] {
  const texts = rows.map((row) => columns.map((_, index) => show(row[index] ?? null)));
  const natural = columns.map((column, index) =>
    texts.reduce((most, row) => Math.max(most, cellWidth(row[index] ?? "")), cellWidth(column.title)),
  );
  const widths = width === null ? natural : fitWidths(columns, natural, width);
  const lines = texts.flatMap((row) => layOutRow(columns, row, widths, width !== null));
  const titles = columns.map((column) => column.title);
  return [joinCells(columns, titles, widths), widths.map((cells) => "─".repeat(cells)).join(gap), ...lines];
}

function show(cell: Cell): string {
  if (cell === null) return "–";
  return typeof cell === "string" ? printableLine(cell) : String(cell);
}

function fitWidths(columns: readonly Column[], natural: readonly number[], width: number): readonly number[] {
  const widths = natural.map((cells, index) =>
    columns[index]?.flexible === true ? cells : Math.min(cells, mostFixed),
  );
  const flexible = columns.findIndex((column) => column.flexible === true);
  if (flexible < 0) return widths;
  const others = widths.reduce((sum, cells, index) => (index === flexible ? sum : sum + cells), 0);
  const left = width - others - gap.length * (columns.length - 1);
  widths[flexible] = Math.min(natural[flexible] ?? 0, Math.max(leastFlexible, left));
  return widths;
}

function layOutRow(
  columns: readonly Column[],
  row: readonly string[],
  widths: readonly number[],
  isTerminal: boolean,
): readonly string[] {
  if (!isTerminal) return [joinCells(columns, row, widths)];
  const cells = row.map((text, index) => {
    const cellsWide = widths[index] ?? 0;
    if (columns[index]?.flexible !== true) return [cutCells(text, cellsWide)];
    const lines = wrapCells(text, cellsWide);
    if (lines.length <= mostLines) return lines;
    return [...lines.slice(0, mostLines - 1), cutCells(lines.slice(mostLines - 1).join(" "), cellsWide)];
  });
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    joinCells(
      columns,
      cells.map((lines) => lines[line] ?? ""),
      widths,
    ),
  );
}

function joinCells(columns: readonly Column[], texts: readonly string[], widths: readonly number[]): string {
  return texts
    .map((text, index) => {
      const width = widths[index] ?? 0;
      return columns[index]?.align === "right"
        ? " ".repeat(Math.max(0, width - cellWidth(text))) + text
        : padCells(text, width);
    })
    .join(gap)
    .trimEnd();
}
