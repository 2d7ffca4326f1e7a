import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLines } from "../../../src/cli/csv.ts";

const columns = [
  { key: "a", title: "A" },
  { key: "b", title: "B" },
];
const rowsOf = (...rows: readonly (readonly (string | number | null)[])[]): readonly string[] =>
  csvLines(columns, rows).slice(1);

describe("csvLines", () => {
  it("begins with the keys and ends each line with CR LF", () => {
    expect(csvLines(columns, [["x", 1]])).toEqual(["a,b\r\n", "x,1\r\n"]);
  });

  it("quotes commas, quotation marks, line ends and spaces at the ends", () => {
    expect(rowsOf(['say "no", please', "two\nlines"])).toEqual(['"say ""no"", please","two\nlines"\r\n']);
    expect(rowsOf([" x", null])).toEqual(['" x",\r\n']);
  });

  it("disarms what a spreadsheet would run, and leaves numbers alone", () => {
    expect(rowsOf(['=HYPERLINK("x")', -1])).toEqual(['"\'=HYPERLINK(""x"")",-1\r\n']);
    expect(rowsOf(["+1", "@cmd"])).toEqual(["'+1,'@cmd\r\n"]);
    expect(rowsOf(["-x", "\t=1"])).toEqual(["'-x,'\t=1\r\n"]);
  });

  it("reads back to the same cells, by RFC 4180", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", " ", "é", "7") });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const text = csvLines(columns, rows).join("");
        const read = parseCsv(text).slice(1);
        expect(read).toEqual(rows.map((row) => row.map((it) => (/^[\r]/.test(it) ? `'${it}` : it))));
      }),
    );
  });
});

/** A reader of CSV by the grammar of RFC 4180. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === ",") {
      row.push(cell);
      cell = "";
    } else if (character === "\r" && text[at + 1] === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
      at += 1;
    } else cell += character;
  }
  return rows;
}
