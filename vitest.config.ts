import { defineConfig } from "vitest/config";

/** Tests that start, kill or restart a Neo4j of their own: they mostly wait, and stand in nobody's way. */
const onOwnNeo4j = ["test/integration/neo4j-admin.test.ts", "test/integration/neo4j-restart.test.ts"];
/** Tests that share one Neo4j and empty it: one file at a time, after all others. */
const onNeo4j = ["test/integration/**/*.test.ts", "test/contract/*neo4j*.test.ts"];
// By default one core is left idle, on two cores half of the machine.
const maxWorkers = "100%";

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
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
