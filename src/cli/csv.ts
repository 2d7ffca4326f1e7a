import type { Cell, Column } from "./table.ts";

/** Starts of a cell that a spreadsheet takes for a formula (OWASP, "CSV Injection"). */
const formula = /^[=+\-@\t\r]/;

/**
 * Rows as CSV (RFC 4180): a line of keys first, lines ending in CR LF.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe before it; numbers are left as they are.
 * Null is an empty cell.
 */
export function csvLines(columns: readonly Column[], rows: Iterable<readonly Cell[]>): readonly string[] {
  const lines = [columns.map((column) => csvCell(column.key)).join(",")];
  for (const row of rows) lines.push(row.map(csvCell).join(","));
  return lines.map((line) => `${line}\r\n`);
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
