import { type GraphArrayName, type GraphRecord, graphArrays, graphVersion } from "../model/graph.ts";
import type { Exporter } from "./exporter.ts";

/** Pieces are gathered up to this many letters, so that a large graph takes few writes. */
const pieceLength = 1 << 16;
const names = Object.keys(graphArrays) as readonly GraphArrayName[];

/**
 * The graph JSON, version 1: what Elenchus reads back to the same graph.
 *
 * One element stands on each line, so that a comparison of two exports reads well, and the keys stand in the
 * order of the schema. Nothing in it depends on when or where it was written.
 *
 *     { "elenchus": 1, "generator": "elenchus",
 *     "sources": [
 *     {"id":…},
 *     {"id":…}
 *     ],
 *     …
 *     }
 */
export const json: Exporter = {
  id: "json",
  fileExtension: "json",
  describes: "graph JSON, version 1: everything, and readable by `elenchus map`",
  async *write(records) {
    let piece = `{ "elenchus": ${graphVersion}, "generator": "elenchus"`;
    let open = -1;
    let isFirst = true;
    for await (const { array, element } of records) {
      const index = names.indexOf(array);
      if (index < open) throw new Error(`the array ${array} comes after ${names[open]}`);
      while (open < index) {
        piece += openArray(open, open + 1);
        open += 1;
        isFirst = true;
      }
      piece += `${isFirst ? "" : ","}\n${JSON.stringify(ordered(array, element))}`;
      isFirst = false;
      if (piece.length < pieceLength) continue;
      yield piece;
      piece = "";
    }
    while (open < names.length - 1) {
      piece += openArray(open, open + 1);
      open += 1;
    }
    yield `${piece}\n]\n}\n`;
  },
};

/** Ends the array before, if there is one, and begins the next. */
function openArray(before: number, next: number): string {
  return `${before < 0 ? "" : "\n]"},\n${JSON.stringify(names[next])}: [`;
}

/** The element with its keys in the order of the schema, on every level that a schema names. */
function ordered(array: GraphArrayName, element: GraphRecord["element"]): unknown {
  return graphArrays[array].parse(element);
}
