import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bigGraph } from "../../bench/support/big-graph.ts";
import { neo4jAdmin } from "../../src/exporters/neo4j-admin.ts";
import { Neo4jStore } from "../../src/store/neo4j/neo4j-store.ts";
import { openStore } from "../../src/store/registry.ts";
import { applyTo, exportOf } from "../support/in-store.ts";
import {
  adminTool,
  localServerLacks,
  startLocalServer,
  temporaryHome,
} from "../support/neo4j/local-server.ts";
import { runPastTheProduct } from "../support/neo4j/past-the-product.ts";
import { debate } from "../support/store-debate.ts";
import * as make from "../support/store-records.ts";
import { openConsole } from "../unit/cli/console.ts";

const lack = await localServerLacks();

describe.skipIf(lack !== null)(`the real import tool of Neo4j${lack === null ? "" : `: ${lack}`}`, () => {
  it("makes the graph that was exported, byte for byte, ready to be written to", {
    timeout: 480_000,
  }, async () => {
    const home = await temporaryHome();
    try {
      const store = await openStore(join(home, "store"));
      const writer = await store.openWriter({ onMessage: () => {} });
      await writer.apply(debate().full);
      await writer.apply({
        writes: [
          { write: "save-authors", rows: [{ id: "odd", name: ' He said "no";\n\tshe, too \\ \u{1f600}\n' }] },
          { write: "save-threads", rows: [make.thread("empty title", "")] },
          {
            write: "save-concepts",
            rows: [make.concept("odd", { altLabels: ['a;b"c"', "d,e"], broader: ["nowhere"] })],
          },
        ],
      });
      // Some 2000 nodes; `npm run bench neo4j-admin` does the same with 422,000.
      for (const change of bigGraph(0.005).changes()) await writer.apply(change);
      await writer.close();
      const before = await exportOf(store);
      const terminal = openConsole({ cwd: home });
      const words = ["export", "--to", neo4jAdmin.id, "--output", "csv", "--store", "store"];
      expect(await terminal.run(...words)).toBe(0);
      await adminTool(home, terminal.stdout());

      const server = await startLocalServer({ home, password: "imported-4711" });
      try {
        const url = `neo4j://neo4j@127.0.0.1:${server.port}/neo4j`;
        const imported = new Neo4jStore(url, { password: server.password });
        // The tool makes no indexes.
        expect(await imported.schema.migrate({ onMessage: () => {} })).not.toEqual([]);
        expect(await exportOf(imported)).toBe(before);
        await applyTo(imported, { writes: [{ write: "save-authors", rows: [make.author("later")] }] });
        const reader = await imported.openReader();
        expect(await reader.known.authors(["later"])).toHaveLength(1);
        expect(await reader.search("reward", { limit: 3 })).not.toEqual([]);
        await reader.close();
        const access = { url, password: server.password };
        const constraints = await runPastTheProduct(access, (run) => run("SHOW CONSTRAINTS YIELD name"));
        expect(constraints.map(({ name }) => name)).toEqual(expect.arrayContaining(["claim_id", "meta_id"]));
      } finally {
        await server.stop();
      }
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  });
});
