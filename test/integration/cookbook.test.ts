import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { mapFiles } from "../../src/map-files.ts";
import { cookbookAnsweredBy, cookbookPath } from "../support/cookbook.ts";
import { emptyNeo4j, neo4jSkip, neo4jStore } from "../support/neo4j.ts";

const example = fileURLToPath(new URL("../../examples/debate.jsonl", import.meta.url));

it.skipIf(neo4jSkip !== null)(
  "docs/cypher-cookbook.md shows the rows that Neo4j gives on the example",
  { timeout: 300_000 },
  async () => {
    await emptyNeo4j();
    const store = neo4jStore();
    await mapFiles([example], store);
    expect(await cookbookAnsweredBy(store)).toBe(readFileSync(cookbookPath, "utf8"));
  },
);
