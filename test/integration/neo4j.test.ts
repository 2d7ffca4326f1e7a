import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { auth, driver as openDriver, type Plan } from "neo4j-driver";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mapFiles } from "../../src/map-files.ts";
import { cypherFile, migrations } from "../../src/store/cypher-files.ts";
import { parameterNames } from "../../src/store/cypher-tokens.ts";
import { indexedProperties, withIndexHints } from "../../src/store/neo4j/index-hints.ts";
import { Neo4jStore } from "../../src/store/neo4j/neo4j-store.ts";
import { parseNeo4jUrl } from "../../src/store/neo4j/neo4j-url.ts";
import { emptyNeo4j, neo4jAccess, neo4jSkip, neo4jStore, onNeo4j } from "../support/neo4j.ts";
import { digestOf, embeddedDigest } from "../support/neo4j-graphs.ts";
import * as make from "../support/store-records.ts";

const debate = fileURLToPath(new URL("../../examples/debate.jsonl", import.meta.url));
const silent = { onMessage: () => {} };
const save = (...ids: readonly string[]) =>
  make.change({ write: "save-authors", rows: ids.map((id) => make.author(id)) });

describe.skipIf(neo4jSkip !== null)("a graph in Neo4j", () => {
  let folder: string;
  let other: string;

  beforeAll(async () => {
    folder = await mkdtemp(`${tmpdir()}/elenchus-neo4j-test-`);
    other = `${folder}/other.jsonl`;
    await writeFile(
      other,
      [
        {
          id: "o1",
          author: "Ada",
          createdAt: "2024-01-01T00:00:00Z",
          text: "Reward models are easy to game.",
        },
        {
          id: "o2",
          author: "Ben",
          parentId: "o1",
          createdAt: "2024-01-02T00:00:00Z",
          text: "No, reward models are not easy to game, because raters look at the results.",
        },
      ]
        .map((line) => JSON.stringify(line))
        .join("\n"),
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  beforeEach(() => emptyNeo4j());

  const place = () => parseNeo4jUrl(neo4jAccess.url);
  const host = () => place().address.replace(/^.*:\/\//u, "");

  describe("is refused at the start", () => {
    const refusal = async (url: string, password: string | null = neo4jAccess.password) => {
      const error = await new Neo4jStore(url, { password }).openReader().catch((reason: unknown) => reason);
      expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain(neo4jAccess.password);
      return error;
    };

    it.each(["neo4j", "bolt"])("when nothing listens (%s)", async (scheme) => {
      expect(await refusal(`${scheme}://127.0.0.1:1/neo4j`)).toMatchObject({
        code: "store.unreachable",
        message: expect.stringContaining("ECONNREFUSED"),
        hint: expect.stringContaining("Start it"),
      });
    });

    it("when there is no such host", async () => {
      expect(await refusal("bolt://nowhere.invalid/neo4j")).toMatchObject({ code: "store.unreachable" });
    });

    it("when the port is one for browsers", async () => {
      const web = createServer((_request, response) => response.end("a page")).listen(0, "127.0.0.1");
      await once(web, "listening");
      const address = web.address();
      const port = typeof address === "object" ? address?.port : 0;
      expect(await refusal(`bolt://127.0.0.1:${port}/neo4j`)).toMatchObject({
        code: "store.unreachable",
        hint: expect.stringContaining("7687"),
      });
      web.closeAllConnections();
      web.close();
    });

    it("when the server speaks no TLS", async () => {
      expect(await refusal(`bolt+s://neo4j@${host()}/neo4j`)).toMatchObject({
        code: "store.unreachable",
      });
    });

    it.each([
      ["is wrong", "not-the-password"],
      ["is missing", null],
    ])("when the password %s", async (_how, password) => {
      expect(await refusal(neo4jAccess.url, password)).toMatchObject({
        code: "store.unauthorized",
        hint: expect.stringContaining("ELENCHUS_NEO4J_PASSWORD"),
      });
    });

    it.each(["neo4j", "bolt"])("when there is no such database (%s)", async (scheme) => {
      expect(await refusal(`${scheme}://${place().user}@${host()}/nowhere`)).toMatchObject({
        code: "store.database-unknown",
        message: expect.stringContaining("nowhere"),
      });
    });
  });

  it("is the same as the embedded engine's after the same map", async () => {
    const store = neo4jStore();
    await mapFiles([debate], store);
    expect(await digestOf(store)).toBe(await embeddedDigest(debate));
  });

  it("is what one map after the other gives when two run at once", async () => {
    const messages: string[] = [];
    const onMessage = (message: string) => messages.push(message);
    await Promise.all([
      mapFiles([debate], neo4jStore(), { onMessage }),
      mapFiles([other], neo4jStore(), { onMessage }),
    ]);
    expect(messages).toEqual([expect.stringContaining(`waiting for process ${process.pid}`)]);
    const orders = await Promise.all([embeddedDigest(debate, other), embeddedDigest(other, debate)]);
    expect(orders).toContain(await digestOf(neo4jStore()));
  });

  it("is completed by the next map when one was killed in the middle", async () => {
    const cli = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
    const child = spawn(
      process.execPath,
      ["--import", import.meta.resolve("tsx"), cli, "map", debate, "--store", neo4jAccess.url],
      { stdio: "ignore", env: { ...process.env, ELENCHUS_NEO4J_PASSWORD: neo4jAccess.password } },
    );
    const exit = once(child, "exit");
    const count = async () =>
      Number((await onNeo4j((run) => run("MATCH (l:Locution) RETURN count(l) AS n")))[0]?.n);
    await expect.poll(count, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0);
    child.kill("SIGKILL");
    await exit;
    const began = performance.now();
    const messages: string[] = [];
    await mapFiles([debate], neo4jStore(), { onMessage: (message) => messages.push(message) });
    expect(await digestOf(neo4jStore())).toBe(await embeddedDigest(debate));
    // The process can be seen to be gone, so its lease is not waited for.
    expect(messages).toEqual([]);
    expect(performance.now() - began).toBeLessThan(60_000);
  });

  describe("has one writer at a time", () => {
    const elsewhere = { pid: 4711, started: "1", host: "another-machine", machine: "boot pid:[1]" };
    const hold = (leaseMs: number) =>
      onNeo4j((run) =>
        run(
          "MERGE (m:StoreMeta {id: 'store'}) SET m.token = 'theirs', m.holder = $holder, m.leaseEnds = timestamp() + $leaseMs",
          { holder: JSON.stringify(elsewhere), leaseMs },
        ),
      );

    it("and waits for one on another machine until its lease ends", async () => {
      await hold(2500);
      const messages: string[] = [];
      const began = performance.now();
      const writer = await neo4jStore().openWriter({ onMessage: (message) => messages.push(message) });
      expect(performance.now() - began).toBeGreaterThan(1500);
      expect(messages).toEqual(["waiting for process 4711 on another-machine, which writes to this store"]);
      await writer.close();
    });

    it("and lets one whose lease was taken over change nothing any more", async () => {
      const writer = await neo4jStore().openWriter(silent);
      await writer.apply(save("ada"));
      await hold(60_000);
      await expect(writer.apply(save("bob"))).rejects.toMatchObject({ code: "store.lock-lost" });
      expect(await writer.known.authorIds()).toEqual(["ada"]);
      await writer.close();
      // Closing gave nothing back that was not its own.
      const [meta] = await onNeo4j((run) => run("MATCH (m:StoreMeta) RETURN m.token AS token"));
      expect(meta).toEqual({ token: "theirs" });
    });

    it("however many begin at once on a bare database", async () => {
      await emptyNeo4j({ keepsSchema: false });
      const names = ["ada", "bob", "eve", "joe"];
      await Promise.all(
        names.map(async (name) => {
          const writer = await neo4jStore().openWriter(silent);
          await writer.apply(save(name));
          await writer.close();
        }),
      );
      const reader = await neo4jStore().openReader();
      expect(await reader.known.authorIds()).toEqual(names);
      expect(reader.revision).toBe(4);
      await reader.close();
      const nodes = await onNeo4j((run) => run("MATCH (m:StoreMeta) RETURN count(m) AS n"));
      expect(nodes).toEqual([{ n: 1 }]);
    });
  });

  describe("knows how far its schema has come", () => {
    const records = async (): Promise<readonly string[]> => {
      const [row] = await onNeo4j((run) => run("MATCH (m:StoreMeta) RETURN m.migrations AS migrations"));
      return row?.migrations as string[];
    };
    const keep = (migrations: readonly string[]) =>
      onNeo4j((run) => run("MATCH (m:StoreMeta) SET m.migrations = $migrations", { migrations }));
    const everything = () =>
      onNeo4j((run) => run("MATCH (n) RETURN properties(n) AS properties ORDER BY toString(n.id)"));

    beforeEach(async () => {
      const writer = await neo4jStore().openWriter(silent);
      await writer.apply(save("ada"));
      await writer.close();
    });

    it("and keeps each migration with its hash", async () => {
      expect(await records()).toEqual([
        expect.stringMatching(/^V001__indexes [0-9a-f]{32}$/u),
        expect.stringMatching(/^V002__lookups [0-9a-f]{32}$/u),
        expect.stringMatching(/^V003__layers [0-9a-f]{32}$/u),
      ]);
    });

    it.each([
      ["a newer version wrote it", "store.version-unsupported", ["V999__later 00"]],
      ["a migration was edited", "store.migration-changed", null],
      ["a migration is not shipped", "store.migration-missing", ["V001__other 00"]],
    ])("and is refused untouched when %s", async (_why, code, kept) => {
      const now = await records();
      if (kept === null) await keep(now.map((record) => `${record.split(" ")[0]} ${"0".repeat(32)}`));
      else await keep(code === "store.version-unsupported" ? [...now, ...kept] : kept);
      const before = await everything();
      await expect(neo4jStore().openWriter(silent)).rejects.toMatchObject({
        code,
        hint: expect.stringContaining("not touched"),
      });
      await expect(neo4jStore().openReader()).rejects.toMatchObject({ code });
      expect(await everything()).toEqual(before);
    });

    it("and has an index for every id, for both orders of reading and for words", async () => {
      const rows = await onNeo4j((run) =>
        run("SHOW INDEXES YIELD labelsOrTypes, properties, state, type WHERE type <> 'LOOKUP' RETURN *"),
      );
      expect(rows.every(({ state }) => state === "ONLINE")).toBe(true);
      const names = rows.map(({ labelsOrTypes, properties }) => `${labelsOrTypes} ${properties}`);
      for (const label of ["Source", "Author", "Thread", "Comment", "Quote", "Locution", "Claim", "Concept"])
        expect(names).toContain(`${label} id`);
      expect(names).toEqual(expect.arrayContaining(["Comment seq", "Claim key", "Claim searchText"]));
    });
  });

  it("begins whatever saves or removes records at an index, also when that is planned for an empty graph", async () => {
    await (await neo4jStore().openWriter(silent)).close();
    const indexed = indexedProperties(migrations("neo4j").flatMap(({ statements }) => statements));
    const idsIn = (folder: string) =>
      readdirSync(new URL(`../../cypher/${folder}/`, import.meta.url)).map(
        (name) => name.split(".")[0] ?? "",
      );
    const files = ["writes", "creates"].flatMap((folder) =>
      idsIn(folder)
        .filter((id) => !id.startsWith("store-"))
        .map((id) => [folder, id] as const),
    );
    expect(files.length).toBeGreaterThan(35);
    const { address, user } = place();
    const driver = openDriver(address, auth.basic(user, neo4jAccess.password));
    const session = driver.session();
    for (const [folder, id] of files)
      for (const statement of cypherFile([folder], id, "neo4j").statements) {
        const hinted = withIndexHints(statement, indexed);
        const parameters = Object.fromEntries(parameterNames(statement).map((name) => [name, []]));
        const { summary } = await session.run(`EXPLAIN CYPHER replan=force ${hinted}`, parameters);
        // People make corrections by hand, and layers are as few as extractors.
        const scans = operatorsOf(summary.plan).filter(
          ({ operatorType, arguments: { Details } }) =>
            /Scan/u.test(operatorType) && !/:(?:Correction|Layer)$/u.test(String(Details)),
        );
        expect(scans, `${folder}/${id}: ${statement}`).toEqual([]);
      }
    await session.close();
    await driver.close();
  });

  it("holds whole numbers as integers and parts as floats", async () => {
    const writer = await neo4jStore().openWriter(silent);
    const comment = make.comment("c", 7);
    await writer.apply(
      make.change(
        { write: "save-comments", rows: [comment] },
        { write: "save-concepts", rows: [make.concept("k", { salience: 0.5 })] },
      ),
    );
    await writer.close();
    const rows = await onNeo4j((run) =>
      run("MATCH (c:Comment), (k:Concept) RETURN valueType(c.seq) AS seq, valueType(k.salience) AS salience"),
    );
    expect(rows).toEqual([{ seq: "INTEGER NOT NULL", salience: "FLOAT NOT NULL" }]);
  });
});

/** A plan with all that stands below it. */
function operatorsOf(plan: Plan | false): readonly Plan[] {
  return plan ? [plan, ...plan.children.flatMap(operatorsOf)] : [];
}
