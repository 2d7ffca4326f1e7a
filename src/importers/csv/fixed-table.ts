import { AppError } from "../../errors.ts";
import type { ImportRecord } from "../../model/draft.ts";
import type { ImportOptions, Input } from "../importer.ts";
import { columnKey } from "./columns.ts";
import { lookAtTable, readTable, rowPlace } from "./read-table.ts";

/** A row of a table whose columns have names that its format settles. */
export interface FixedRow {
  readonly kind: "row";
  readonly number: number;
  readonly place: string;
  /** The cell under a name without the space around it; null when it is blank or there is no such column. */
  cell(name: string): string | null;
  /** The cell as it is, and the column's name as the file writes it. */
  field(name: string): { readonly value: string; readonly name: string };
}

/** Whether the first row of a text names all these columns, and none of the others. */
export function hasColumns(
  head: string,
  required: readonly string[],
  foreign: readonly string[] = [],
): boolean {
  const keys = keysOf(required);
  const header = lookAtTable(head, (name) => keys.has(columnKey(name)))?.rows[0] ?? [];
  const present = keysOf(header);
  return [...keys].every((key) => present.has(key)) && ![...keysOf(foreign)].some((key) => present.has(key));
}

/**
 * Reads a table with settled columns.
 *
 * @throws AppError `import.record-invalid` when one of the required columns is absent; else as `readTable`.
 */
export async function* readFixedTable(
  input: Input,
  { maxRecordBytes }: Pick<ImportOptions, "maxRecordBytes">,
  required: readonly string[],
): AsyncGenerator<FixedRow | Extract<ImportRecord, { kind: "diagnostic" }>> {
  const keys = keysOf(required);
  const isKnown = (name: string) => keys.has(columnKey(name));
  let columns = new Map<string, number>();
  let names: readonly string[] = [];
  for await (const event of readTable(input, { isKnown, maxLength: maxRecordBytes })) {
    if (event.kind === "diagnostic") yield event;
    else if (event.kind === "header") {
      names = event.names;
      columns = new Map(names.map((name, index) => [columnKey(name), index]));
      const missing = required.filter((name) => !columns.has(columnKey(name)));
      if (missing.length > 0)
        throw new AppError(
          "import.record-invalid",
          `${input.name}: there is no column ${missing.join(", ")}`,
          {
            hint: `The columns are: ${names.slice(0, 20).join(", ")}. Read other tables with: --from csv`,
          },
        );
    } else {
      const { number, cells } = event;
      const field = (name: string) => {
        const index = columns.get(columnKey(name)) ?? -1;
        return { value: cells[index] ?? "", name: names[index] ?? name };
      };
      const cell = (name: string) => field(name).value.trim() || null;
      yield { kind: "row", number, place: rowPlace(input.name, number), cell, field };
    }
  }
}

function keysOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map(columnKey));
}
