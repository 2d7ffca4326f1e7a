import type { CypherRunner } from "../apply-writes.ts";
import { cypherFile } from "../cypher-files.ts";
import { propertiesOf } from "../known.ts";
import { type MigrationPlan, migrationRecord } from "../migrate.ts";
import type { Row } from "../store.ts";
import type { Engine } from "./engine.ts";

/** The part of a file's name that marks what only this engine runs: `V001__indexes.embedded.cypher`. */
export const engineId = "embedded";

/** What the graph says of itself; null in a new file. */
export async function readMeta(runner: CypherRunner): Promise<Row | null> {
  const [statement = ""] = cypherFile(["reads"], "store-meta", engineId).statements;
  const [row] = await runner.run(statement, {});
  return row ? propertiesOf(row, "meta") : null;
}

export async function saveMeta(runner: CypherRunner, properties: Row): Promise<void> {
  const [statement = ""] = cypherFile(["writes"], "store-meta", engineId).statements;
  await runner.run(statement, { properties });
}

/**
 * Applies the migrations that a graph lacks, in order, and notes each with its checksum.
 *
 * @param place - up to where the journal is applied; it is noted with them.
 * @returns what is noted of them now.
 */
export async function migrateGraph(
  engine: Engine,
  { pending }: MigrationPlan,
  { applied, place }: { readonly applied: readonly string[]; readonly place: Row },
): Promise<readonly string[]> {
  const records = [...applied];
  for (const migration of pending) {
    for (const statement of migration.statements) await engine.run(statement, {});
    if (migration.version === 1) await engine.createTextIndexes();
    records.push(migrationRecord(migration));
    await saveMeta(engine, { ...place, schema: migration.version, migrations: [...records] });
  }
  return records;
}
