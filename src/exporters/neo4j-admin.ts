import type { FilePiece, FolderExporter } from "./exporter.ts";
import { dataLine, headerLine } from "./neo4j-admin/csv.ts";
import { type GraphRow, GraphRows } from "./neo4j-admin/graph-rows.ts";
import { nodeTables, relationshipTables } from "./neo4j-admin/tables.ts";

/** Pieces of one file are gathered up to this many letters. */
const pieceLength = 1 << 16;

/**
 * Header and data files for `neo4j-admin database import full`: the graph as the store on Neo4j keeps it, for
 * a new database.
 *
 *     Comment.header.csv    id:ID(Comment),authorId,…,seq:long,text,…,reactions:string[],…
 *     Comment.csv           "forum:1","ada",…,0,"A reward is a blunt tool.",…
 *     REPLIES_TO.header.csv :START_ID(Comment),:END_ID(Comment)
 *
 * Not in it, as in every export: the keys by which paragraphs of later profile dumps are met again. `store
 * copy` takes them along. Memory holds a piece of each file, the ids of locutions and concepts, and which
 * locution shows what.
 *
 * @see https://neo4j.com/docs/operations-manual/5/import/ for the format.
 */
export const neo4jAdmin: FolderExporter = {
  id: "neo4j-admin",
  describes: "a folder of CSV files for `neo4j-admin database import full`",
  async *writeFiles(records) {
    const pieces = new Map<string, string>();
    for (const { file, text } of headers()) yield { file, text };
    for (const name of dataNames()) pieces.set(name, "");
    const rows = new GraphRows();
    for await (const record of records) yield* add(pieces, rows.take(record));
    yield* add(pieces, rows.finish());
    yield* add(pieces, [{ node: "StoreMeta", keys: ["store"], properties: { revision: 1 } }]);
    for (const [name, text] of pieces) yield { file: `${name}.csv`, text };
  },
  nextCommand(folder) {
    const files = (name: string) => shellWord(`${folder}/${name}.header.csv,${folder}/${name}.csv`);
    const nodes = Object.keys(nodeTables).map((name) => `--nodes=${name}=${files(name)}`);
    const relationships = Object.entries(relationshipTables).map(
      ([name, { type }]) => `--relationships=${type}=${files(name)}`,
    );
    const options = ["--id-type=string", "--array-delimiter=U+001F", "--multiline-fields=true"];
    return ["neo4j-admin database import full neo4j", ...options, ...nodes, ...relationships].join(" \\\n  ");
  },
};

const dataNames = (): readonly string[] => [...Object.keys(nodeTables), ...Object.keys(relationshipTables)];

function headers(): readonly FilePiece[] {
  const nodes = Object.entries(nodeTables).map(([name, { key, fields }]) => ({
    file: `${name}.header.csv`,
    text: headerLine([`${key}:ID(${name})`], fields),
  }));
  const relationships = Object.entries(relationshipTables).map(([name, { from, to, fields }]) => ({
    file: `${name}.header.csv`,
    text: headerLine([`:START_ID(${from})`, `:END_ID(${to})`], fields),
  }));
  return [...nodes, ...relationships];
}

/** Adds rows to the pieces of their files and gives out the pieces that are long enough. */
function* add(pieces: Map<string, string>, rows: readonly GraphRow[]): Generator<FilePiece> {
  for (const row of rows) {
    const [name, table] =
      "node" in row
        ? [row.node, nodeTables[row.node]]
        : [row.relationship, relationshipTables[row.relationship]];
    const text = (pieces.get(name) ?? "") + dataLine(row.keys, table.fields, row.properties);
    if (text.length >= pieceLength) yield { file: `${name}.csv`, text };
    pieces.set(name, text.length >= pieceLength ? "" : text);
  }
}

/** A word as a POSIX shell reads it. */
function shellWord(text: string): string {
  return /^[\w./:,=+-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
