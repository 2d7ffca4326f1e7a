import { inject } from "vitest";
import { Neo4jStore } from "../../src/store/neo4j/neo4j-store.ts";
import { emptyDatabase, type RunCypher, runPastTheProduct } from "./neo4j/past-the-product.ts";

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
export const emptyNeo4j = (options: { keepsSchema?: boolean } = {}): Promise<void> =>
  emptyDatabase(neo4jAccess, options);

/** Runs Cypher past the product, to look at what it did or to do what another program might. */
export const onNeo4j = <Result>(work: (run: RunCypher) => Promise<Result>): Promise<Result> =>
  runPastTheProduct(neo4jAccess, work);
