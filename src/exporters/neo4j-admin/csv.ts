import { AppError } from "../../errors.ts";
import type { Row, Value } from "../../store/store.ts";
import type { Fields } from "./tables.ts";

/**
 * Parts the elements of a list. The tool knows no way to write its delimiter inside an element, so it is a
 * character that no text holds (U+001F, unit separator), and a list that holds it all the same is refused.
 */
const listDelimiter = "\u001f";

/** A header of the import tool, `id:ID(Comment),text,seq:long`. */
export function headerLine(columns: readonly string[], fields: Fields): string {
  const named = Object.entries(fields).map(([name, type]) => (type === "string" ? name : `${name}:${type}`));
  return `${[...columns, ...named].join(",")}\n`;
}

/**
 * A line with the leading columns and then the properties. What is null has no text at all; a string always has
 * quotation marks, so that an empty one is not taken for null.
 *
 * @throws AppError `export.unwritable` for a list element that holds the delimiter.
 */
export function dataLine(leading: readonly string[], fields: Fields, properties: Row): string {
  const known = new Set(Object.keys(fields));
  for (const [name, value] of Object.entries(properties))
    if (value !== null && !known.has(name)) throw new Error(`no column for the property ${name}`);
  const cells = [...leading, ...[...known].map((name) => properties[name] ?? null)].map(cell);
  return `${cells.join(",")}\n`;
}

function cell(value: Value): string {
  if (value === null) return "";
  if (typeof value === "string") return quoted(value);
  if (!Array.isArray(value)) return String(value);
  const elements = value.map(String);
  const odd = elements.find((element) => element.includes(listDelimiter));
  if (odd !== undefined)
    throw new AppError("export.unwritable", `${JSON.stringify(odd)} cannot stand in a list of neo4j-admin`, {
      hint: "Copy the store instead: elenchus store copy --from … --to neo4j://…",
    });
  return elements.length === 0 ? "" : quoted(elements.join(listDelimiter));
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
