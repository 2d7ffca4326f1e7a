import { defineConfig } from "vitest/config";

/** Tests that start, kill or restart a Neo4j of their own: they mostly wait, and stand in nobody's way. */
const onOwnNeo4j = ["test/integration/neo4j-admin.test.ts", "test/integration/neo4j-restart.test.ts"];
/** Tests that empty the Neo4j of their worker, after all others. */
const onNeo4j = ["test/integration/**/*.test.ts", "test/contract/*neo4j*.test.ts"];
// By default one core is left idle, on two cores half of the machine.
const maxWorkers = "100%";
/** Each has a Neo4j of its own, unless one is given for all. */
const workersOnNeo4j = process.env.ELENCHUS_TEST_NEO4J ? 1 : 2;

export default defineConfig({
  test: {
    setupFiles: ["test/support/setup.ts"],
    // Everything takes long on a machine that is busy; these only end what hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: { name: "product", include: ["test/**/*.test.ts"], exclude: onNeo4j, maxWorkers },
      },
      {
        extends: true,
        test: { name: "neo4j-own", include: onOwnNeo4j, maxWorkers },
      },
      {
        extends: true,
        test: {
          name: "neo4j",
          include: onNeo4j,
          exclude: onOwnNeo4j,
          globalSetup: ["test/support/neo4j/global-setup.ts"],
          maxWorkers: workersOnNeo4j,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
