import { cypherFile, migrations } from "../../src/store/cypher-files.ts";
import type { Connection } from "../../src/store/neo4j/connection.ts";
import { indexedProperties, withIndexHints } from "../../src/store/neo4j/index-hints.ts";
import { planOperators } from "../../src/store/neo4j/plan.ts";
import { driverParameters } from "../../src/store/neo4j/values.ts";
import type { Parameters } from "../../src/store/store.ts";
import { scansIn } from "../../test/support/scans.ts";

type Explain = (cypher: string, parameters: Parameters) => Promise<readonly string[]>;

/** Prints each file of Cypher that reads all of something, with the operator that does. */
export async function printScans(
  engine: string,
  asked: ReadonlyMap<string, Parameters>,
  explain: Explain,
): Promise<void> {
  console.log(`${engine}: scans in EXPLAIN of ${asked.size} files`);
  for (const [id, parameters] of asked) {
    const [statement = ""] = cypherFile(["queries", "reads"], id, engine).statements;
    const plan = await explain(statement, parameters);
    const scans = scansIn(plan).map((line) => line.slice(0, 100));
    for (const [line, times] of countEach(scans))
      console.log(`  ${id}: ${line}${times > 1 ? `, ${times} times` : ""}`);
  }
}

function countEach(lines: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** The operators with which Neo4j runs a statement of ours, with the hints that the store gives it. */
export async function explainNeo4j(
  connection: Connection,
  cypher: string,
  parameters: Parameters,
): Promise<readonly string[]> {
  const indexed = indexedProperties(migrations("neo4j").flatMap(({ statements }) => statements));
  const session = connection.session();
  try {
    const { summary } = await session.run(
      `EXPLAIN ${withIndexHints(cypher, indexed)}`,
      driverParameters(parameters),
    );
    return planOperators(summary).map(({ name, detail }) => `${name} ${detail}`);
  } finally {
    await session.close();
  }
}
