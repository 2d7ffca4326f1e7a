import { describe } from "vitest";
import { emptyNeo4j, neo4jSkip, neo4jStore } from "../support/neo4j.ts";
import { correctionsContract } from "./corrections.contract.ts";
import { forgettingContract } from "./forgetting.contract.ts";
import { samenessContract } from "./sameness.contract.ts";
import { type OpenedStore, storeContract } from "./store.contract.ts";

describe.skipIf(neo4jSkip !== null)("on a real Neo4j", () => {
  const open = async (): Promise<OpenedStore> => {
    await emptyNeo4j();
    return { store: neo4jStore(), remove: async () => {} };
  };
  storeContract("Neo4j", open);
  forgettingContract("Neo4j", open);
  correctionsContract("Neo4j", open);
  samenessContract("Neo4j", open);
});
