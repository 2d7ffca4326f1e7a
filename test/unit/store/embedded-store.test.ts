import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EmbeddedStore } from "../../../src/store/embedded/embedded-store.ts";
import type { StoreReader, StoreWriter } from "../../../src/store/store.ts";
import { applyTo, authorIdsIn, recordsIn } from "../../support/in-store.ts";
import { debate } from "../../support/store-debate.ts";
import * as make from "../../support/store-records.ts";

describe("the embedded store", () => {
  let directory: string;
  let now: number;
  let store: EmbeddedStore;
  const quiet = { onMessage: () => {} };

  beforeEach(async () => {
    directory = await mkdtemp(`${tmpdir()}/elenchus-embedded-`);
    now = 0;
    store = new EmbeddedStore(directory, { now: () => now });
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(directory, { recursive: true, force: true });
  });

  const add = (writer: StoreWriter, id: string) =>
    writer.apply(make.change({ write: "save-authors", rows: [make.author(id)] }));
  const authorIds = () => authorIdsIn(store);
  const records = () => recordsIn(store);
  const write = (change = debate().full) => applyTo(store, change);

  it("reads in a thread of its own what it reads in this one, and fails there as it does here", async () => {
    await write();
    const here = await store.openReader();
    const apart = await store.openReader({ isApart: true });
    const answers = async (reader: StoreReader) => ({
      ranked: await reader.run("claims-ranked", { limit: 50, least: 0, accepted: [] }),
      hits: await reader.searchAndCount("reward function", { limit: 9, countTo: 99 }),
      people: await reader.known.authors(await reader.known.authorIds()),
      revision: reader.revision,
      failure: await reader.run("claims-ranked").catch(String),
    });
    expect(await answers(apart)).toEqual(await answers(here));
    await here.close();
    await apart.close();
    await apart.close();
    await expect(apart.run("summary-counts")).rejects.toThrow("the engine's thread ended");
  });

  it("leaves no temporary files behind an own query, whether it was answered or stopped", async () => {
    await write();
    const temporary = `${directory}/temporary`;
    await mkdir(temporary);
    vi.stubEnv("TMPDIR", temporary);
    const limits = { timeoutMs: 30_000, maxRows: 10, maxBytes: 1e9 };
    expect((await store.query("RETURN 1 AS one", {}, limits)).rows).toEqual([[1]]);
    const endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a + b) AS n";
    await expect(store.query(endless, {}, { ...limits, timeoutMs: 100 })).rejects.toMatchObject({
      code: "query.timeout",
    });
    expect(await readdir(temporary)).toEqual([]);
  });

  it("follows a publication with another reader while the one before it still answers", async () => {
    const writer = await store.openWriter(quiet);
    await add(writer, "a");
    await writer.publish();
    const before = await store.openReader({ isApart: true });
    await add(writer, "b");
    await writer.close();
    const [after, still] = await Promise.all([
      store.openReader({ isApart: true }),
      before.known.authors(["a", "b"]),
    ]);
    expect(still.map(({ id }) => id)).toEqual(["a"]);
    expect((await after.known.authors(["a", "b"])).map(({ id }) => id)).toEqual(["a", "b"]);
    expect(await before.known.authorIds()).toEqual(["a"]);
    await Promise.all([before.close(), after.close()]);
  });

  it("publishes at most every ten seconds while it is written, and always at the end", async () => {
    const writer = await store.openWriter(quiet);
    await add(writer, "a");
    await writer.publish();
    expect(await authorIds()).toEqual(["a"]);
    await add(writer, "b");
    now = 9_999;
    await writer.publish();
    expect(await authorIds()).toEqual(["a"]);
    now = 10_000;
    await writer.publish();
    expect(await authorIds()).toEqual(["a", "b"]);
    await add(writer, "c");
    await writer.publish();
    expect(await authorIds()).toEqual(["a", "b"]);
    await writer.close();
    expect(await authorIds()).toEqual(["a", "b", "c"]);
  });

  it("keeps one copy, whoever still reads an older one", async () => {
    const readers = [];
    const writer = await store.openWriter(quiet);
    for (let round = 0; round < 5; round += 1) {
      await add(writer, `a${round}`);
      now += 1_000_000;
      await writer.publish();
      readers.push(await store.openReader());
    }
    await writer.close();
    expect(await readdir(`${directory}/published`)).toEqual(["5.grafeo"]);
    for (const [round, reader] of readers.entries()) {
      expect((await reader.known.authorIds()).length).toBe(round + 1);
      expect(reader.revision).toBe(round + 1);
      await reader.close();
    }
  });

  it("applies changes that are not waited for in the order in which they came", async () => {
    const writer = await store.openWriter(quiet);
    const { full } = debate();
    await Promise.all([
      writer.apply(full),
      writer.publish(),
      ...full.writes.map((one) => writer.apply({ writes: [one] })),
      writer.close(),
    ]);
    const lines = (await readFile(`${directory}/journal.jsonl`, "utf8")).trimEnd().split("\n");
    expect(lines).toHaveLength(2 + full.writes.length);
    expect(await records()).toHaveLength(36);
    await expect(writer.apply(full)).rejects.toThrow("closed");
    await writer.close();
  });

  it("writes no line for a change without rows", async () => {
    const writer = await store.openWriter(quiet);
    await writer.apply(make.change());
    await writer.apply(make.change({ write: "save-claims", rows: [] }));
    await writer.close();
    expect((await readFile(`${directory}/journal.jsonl`, "utf8")).split("\n")).toHaveLength(2);
  });

  it("rebuilds the same graph from the journal, and publishes it", async () => {
    await write();
    const before = await records();
    const revision = (await store.maintenance.status()).revision;
    await rm(`${directory}/published`, { recursive: true });
    await expect(store.openReader()).rejects.toMatchObject({
      code: "store.damaged",
      hint: expect.stringContaining("store rebuild"),
    });
    await store.maintenance.rebuild(quiet);
    expect(await records()).toEqual(before);
    expect((await store.maintenance.status()).revision).toBe(revision + 1);
    expect((await readdir(directory)).sort()).toEqual(
      ["current", "graph.grafeo", "journal.jsonl", "lock", "published"].sort(),
    );
  });

  it("does not call damaged what the system does not let it read", async () => {
    await write();
    await rm(`${directory}/current`);
    // A link to itself stops everybody; permissions do not stop an administrator.
    await symlink("current", `${directory}/current`);
    await expect(store.openReader()).rejects.toMatchObject({
      code: "store.unreadable",
      message: expect.stringMatching(/^cannot read the store .*ELOOP/u),
      hint: expect.not.stringContaining("rebuild"),
    });
  });

  it.each(["", "{", '{"file":"9.grafeo"}'])(
    "publishes anew where the pointer is damaged: %j",
    async (text) => {
      await write();
      const { revision } = await store.maintenance.status();
      await writeFile(`${directory}/current`, text);
      await expect(store.openReader()).rejects.toMatchObject({ code: "store.damaged" });
      await (await store.openWriter(quiet)).close();
      const reader = await store.openReader();
      expect(reader.revision).toBe(revision + 1);
      await reader.close();
    },
  );

  it("drops from journal, graph and copies what was removed, and keeps all else", async () => {
    const secret = "a secret that must go";
    const gone = make.concept("gone", { prefLabel: secret, labels: [secret] });
    await write();
    await write(make.change({ write: "save-concepts", rows: [gone] }));
    for (let round = 0; round < 5; round += 1)
      await write(make.change({ write: "save-authors", rows: [{ id: "ada", name: `Ada ${round}` }] }));
    await write(make.change({ write: "forget-extracted", rows: [{ commentId: debate().comments.c1.id }] }));
    await write(make.change({ write: "remove-concepts", rows: [{ id: "gone" }] }));
    const before = await records();
    expect(await readFile(`${directory}/journal.jsonl`, "utf8")).toContain(secret);
    const { bytesBefore, bytesAfter } = await store.maintenance.compact(quiet);
    expect(bytesAfter).toBeLessThan(bytesBefore);
    expect(await records()).toEqual(before);
    for (const name of await readdir(directory, { recursive: true })) {
      const bytes = await readFile(`${directory}/${name}`).catch(() => Buffer.alloc(0));
      expect(bytes.includes(secret), name).toBe(false);
    }
    // The compacted journal alone gives the graph, and can be written on.
    await rm(`${directory}/graph.grafeo`);
    await write(make.change({ write: "save-authors", rows: [make.author("eve")] }));
    expect(await records()).toHaveLength(before.length + 1);
    const writer = await store.openWriter(quiet);
    expect(await writer.known.paragraphs(["p1", "p2"])).toHaveLength(2);
    await writer.close();
  });

  it("compacts comments whose parents came after them, or form a ring", async () => {
    const parents = { z: "y", y: "x", x: "z", w: "z" };
    const comments = Object.keys(parents).map((id, seq) => make.comment(id, seq));
    await write(make.change({ write: "save-comments", rows: comments }));
    const rows = comments.map((one) => ({ ...one, parentId: parents[one.id as keyof typeof parents] }));
    await write(make.change({ write: "save-comments", rows }));
    const before = await records();
    await store.maintenance.compact(quiet);
    expect(await records()).toEqual(before);
  });

  it("continues after a compaction that was cut off before the graph was renewed", async () => {
    await write();
    const before = await records();
    await store.maintenance.compact(quiet);
    const compacted = await readFile(`${directory}/journal.jsonl`);
    // As if the new journal had taken its place, and the process had died then.
    const older = new EmbeddedStore(`${directory}/older`);
    await applyTo(older, debate().full);
    await writeFile(`${directory}/older/journal.jsonl`, compacted);
    const messages: string[] = [];
    const again = await older.openWriter({ onMessage: (message) => messages.push(message) });
    await again.close();
    expect(messages).toEqual([expect.stringContaining("does not belong to its journal")]);
    store = older;
    expect(await records()).toEqual(before);
  });

  it("tells how large its files are, whether all is published, and who writes", async () => {
    expect(await store.maintenance.status()).toEqual({
      journalBytes: 0,
      graphBytes: 0,
      publishedBytes: 0,
      revision: 0,
      isPublished: false,
      writer: null,
      damaged: [],
    });
    await write();
    const status = await store.maintenance.status();
    expect(status).toMatchObject({ revision: 1, isPublished: true, writer: null });
    expect(status.journalBytes).toBe((await readFile(`${directory}/journal.jsonl`)).length);
    expect(Math.min(status.graphBytes, status.publishedBytes)).toBeGreaterThan(1000);
    const writer = await store.openWriter(quiet);
    await add(writer, "eve");
    expect(await store.maintenance.status()).toMatchObject({
      isPublished: false,
      writer: expect.stringContaining(String(process.pid)),
    });
    await writer.close();
  });

  it("does not begin a store in order to maintain it", async () => {
    const nowhere = new EmbeddedStore(`${directory}/nowhere`);
    await expect(nowhere.maintenance.rebuild(quiet)).rejects.toMatchObject({ code: "store.empty" });
    await expect(nowhere.maintenance.compact(quiet)).rejects.toMatchObject({ code: "store.empty" });
    expect(await readdir(directory)).toEqual([]);
  });

  it("waits with its maintenance for a writer", async () => {
    await write();
    const writer = await store.openWriter(quiet);
    const messages: string[] = [];
    const rebuilding = store.maintenance.rebuild({ onMessage: (message) => messages.push(message) });
    await expect.poll(() => messages).toHaveLength(1);
    await add(writer, "late");
    await writer.close();
    await rebuilding;
    expect(await authorIds()).toContain("late");
  });
});
