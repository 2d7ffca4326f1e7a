import { type GraphRow, GraphRows } from "../../src/exporters/neo4j-admin/graph-rows.ts";
import type { Store } from "../../src/store/store.ts";

/** The nodes and relationships of a graph, by label and by the kind of relationship. */
export interface GraphTables {
  readonly nodes: ReadonlyMap<string, readonly GraphRow[]>;
  readonly relationships: ReadonlyMap<string, readonly GraphRow[]>;
}

/** What a store holds as the nodes and relationships that it wrote, for loading them in another way. */
export async function readTables(store: Store): Promise<GraphTables> {
  const nodes = new Map<string, GraphRow[]>();
  const relationships = new Map<string, GraphRow[]>();
  const sort = (rows: readonly GraphRow[]): void => {
    for (const row of rows) {
      const [tables, name] = "node" in row ? [nodes, row.node] : [relationships, row.relationship];
      const table = tables.get(name);
      if (table) table.push(row);
      else tables.set(name, [row]);
    }
  };
  const reader = await store.openReader();
  try {
    const rows = new GraphRows();
    for await (const record of reader.records()) sort(rows.take(record));
    sort(rows.finish());
  } finally {
    await reader.close();
  }
  return { nodes, relationships };
}

/** Says how large a graph is. */
export function countOf({ nodes, relationships }: GraphTables): string {
  const sum = (tables: ReadonlyMap<string, readonly GraphRow[]>): string =>
    [...tables.values()].reduce((total, rows) => total + rows.length, 0).toLocaleString("en");
  return `${sum(nodes)} nodes and ${sum(relationships)} relationships`;
}
