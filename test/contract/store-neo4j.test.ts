import { describe } from "vitest";
import { emptyNeo4j, neo4jSkip, neo4jStore } from "../support/neo4j.ts";
import { storeContract } from "./store.contract.ts";

describe.skipIf(neo4jSkip !== null)("on a real Neo4j", () => {
  storeContract("Neo4j", async () => {
    await emptyNeo4j();
    return { store: neo4jStore(), remove: async () => {} };
  });
});
