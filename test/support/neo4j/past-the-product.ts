import { auth, driver as openDriver } from "neo4j-driver";
import { parseNeo4jUrl } from "../../../src/store/neo4j/neo4j-url.ts";

/** What to open a database with. */
export interface Neo4jAccess {
  readonly url: string;
  readonly password: string;
}

export type RunCypher = (cypher: string, parameters?: object) => Promise<readonly Record<string, unknown>[]>;

/** Runs Cypher on a database past the product. */
export async function runPastTheProduct<Result>(
  { url, password }: Neo4jAccess,
  work: (run: RunCypher) => Promise<Result>,
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

/** Takes away all nodes, and the schema too where a test begins with a bare database. */
export async function emptyDatabase(access: Neo4jAccess, { keepsSchema = true } = {}): Promise<void> {
  await runPastTheProduct(access, async (run) => {
    await run("MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS");
    if (keepsSchema) return;
    for (const { name } of await run("SHOW CONSTRAINTS YIELD name")) await run(`DROP CONSTRAINT ${name}`);
    for (const { name } of await run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"))
      await run(`DROP INDEX ${name}`);
  });
}
