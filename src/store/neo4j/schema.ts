import { cypherFile, migrations } from "../cypher-files.ts";
import { type MigrationPlan, migrationRecord, planMigrations, storedMigrations } from "../migrate.ts";
import type { Connection } from "./connection.ts";
import type { Lease, StoreMeta } from "./lease.ts";
import { engineId, runFile } from "./statements.ts";

/** How long new indexes on a full graph may take. */
const indexSeconds = 3600;

/** What the graph says of itself; null where nothing was ever written. */
export async function readMeta(connection: Connection): Promise<StoreMeta | null> {
  const [row] = await connection.read((runner) => runFile(runner, ["reads"], "store-meta"));
  return (row?.meta ?? null) as StoreMeta | null;
}

/**
 * How far the schema has come.
 *
 * @throws AppError as `planMigrations`: a graph that this version does not know is refused untouched.
 */
export function migrationPlan(meta: StoreMeta | null, place: string): MigrationPlan {
  return planMigrations(storedMigrations(meta), migrations(engineId), place);
}

/** Makes the one node that stands for the store possible: without its constraint two writers could make two. */
export async function prepareStore(connection: Connection): Promise<void> {
  for (const statement of cypherFile(["writes"], "store-prepare", engineId).statements)
    await connection.runSchema(statement);
}

/**
 * Applies the migrations that the graph lacks, in order, while the lease is held.
 *
 * Neo4j takes changes of the schema one a transaction, so a migration is not one either: its statements may be run
 * again, and it is recorded when all of them were.
 *
 * @returns the ids of those applied.
 */
export async function migrate(connection: Connection, lease: Lease): Promise<readonly string[]> {
  const meta = await readMeta(connection);
  const { pending } = migrationPlan(meta, connection.place.url);
  const records = [...storedMigrations(meta)];
  for (const migration of pending) {
    for (const statement of migration.statements) await connection.runSchema(statement);
    await connection.read((runner) => runFile(runner, ["reads"], "await-indexes", { seconds: indexSeconds }));
    records.push(migrationRecord(migration));
    const properties = { schema: migration.version, migrations: [...records] };
    await connection.write(async (runner) => {
      await lease.hold(runner);
      await lease.advance(runner, properties);
    });
  }
  return pending.map(({ id }) => id);
}
