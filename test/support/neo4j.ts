import { auth, driver as openDriver } from "neo4j-driver";
import { inject } from "vitest";
import { Neo4jStore } from "../../src/store/neo4j/neo4j-store.ts";
import { parseNeo4jUrl } from "../../src/store/neo4j/neo4j-url.ts";

const provided = inject("neo4j");

/** Why tests on Neo4j are skipped, or null when they run. */
export const neo4jSkip: string | null = "skip" in provided ? provided.skip : null;

/** What to open the Neo4j of this run with. */
export const neo4jAccess = "skip" in provided ? { url: "", password: "" } : provided;

/** A store on the Neo4j of this run. */
export function neo4jStore(options: { waitMs?: number } = {}): Neo4jStore {
  return new Neo4jStore(neo4jAccess.url, { password: neo4jAccess.password, ...options });
}

/** Takes away all nodes, and the schema too where a test begins with a bare database. */
export async function emptyNeo4j({ keepsSchema = true } = {}, access = neo4jAccess): Promise<void> {
  await onNeo4j(async (run) => {
    await run("MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS");
    if (keepsSchema) return;
    for (const { name } of await run("SHOW CONSTRAINTS YIELD name")) await run(`DROP CONSTRAINT ${name}`);
    for (const { name } of await run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"))
      await run(`DROP INDEX ${name}`);
  }, access);
}

type RunCypher = (cypher: string, parameters?: object) => Promise<readonly Record<string, unknown>[]>;

/** Runs Cypher past the product, to look at what it did or to do what another program might. */
export async function onNeo4j<Result>(
  work: (run: RunCypher) => Promise<Result>,
  { url, password } = neo4jAccess,
): Promise<Result> {
  const place = parseNeo4jUrl(url);
  const driver = openDriver(place.address, auth.basic(place.user, password), {
    disableLosslessIntegers: true,
  });
  const session = driver.session(place.database === null ? {} : { database: place.database });
  try {
    return await work(async (cypher, parameters) =>
      (await session.run(cypher, parameters)).records.map((record) => record.toObject()),
    );
  } finally {
    await session.close();
    await driver.close();
  }
}
