import {
  appendFile,
  copyFile,
  cp,
  mkdtemp,
  readdir,
  readFile,
  rm,
  truncate,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EmbeddedStore } from "../../../src/store/embedded/embedded-store.ts";
import { authorIdsIn, recordsIn } from "../../support/in-store.ts";
import { debate } from "../../support/store-debate.ts";
import { startWriting } from "../../support/store-process.ts";
import { author, change } from "../../support/store-records.ts";

describe("an embedded store after an accident", () => {
  let directory: string;
  let path: string;
  let store: EmbeddedStore;
  let messages: string[];

  beforeEach(async () => {
    directory = await mkdtemp(`${tmpdir()}/elenchus-recovery-`);
    path = `${directory}/store`;
    store = new EmbeddedStore(path);
    messages = [];
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const open = () => store.openWriter({ onMessage: (message) => messages.push(message) });
  const write = async (...ids: readonly string[]) => {
    const writer = await open();
    for (const id of ids) await writer.apply(change({ write: "save-authors", rows: [author(id)] }));
    await writer.close();
  };
  const authorIds = () => authorIdsIn(store);
  const records = () => recordsIn(store);
  const journal = () => `${path}/journal.jsonl`;
  const graph = () => `${path}/graph.grafeo`;
  const saved = async () => {
    const writer = await open();
    await writer.apply(debate().full);
    await writer.close();
    return await records();
  };

  it.each([1, 2, 4, 7, 11])(
    "holds all that was acknowledged when its writer is killed after %i changes, and nothing twice",
    async (count) => {
      const first = startWriting(path);
      await first.waitFor(count);
      await first.kill();
      // A second writer, killed as well, so that recovery is itself cut off.
      const second = startWriting(path, { from: 1000, publishEvery: 1 });
      await second.waitFor(2);
      await second.kill();
      const writer = await open();
      const acknowledged = [...first.acknowledged, ...second.acknowledged];
      const found = await writer.known.comments(acknowledged);
      expect(found.map(({ id }) => id)).toEqual(acknowledged);
      expect((await writer.known.locutions(acknowledged)).map(({ commentId }) => commentId)).toEqual(
        acknowledged,
      );
      const { comments } = await writer.known.counts();
      // At most one change of each killed process was whole and not yet acknowledged.
      expect(comments - acknowledged.length).toBeLessThanOrEqual(2);
      await writer.close();
      expect((await records()).filter(({ array }) => array === "comments")).toHaveLength(comments);
    },
  );

  it("can be read while a writer is killed, and by readers that opened before", async () => {
    const writing = startWriting(path, { publishEvery: 1 });
    await writing.waitFor(3);
    const early = await store.openReader();
    await writing.waitFor(6);
    for (let round = 0; round < 20; round += 1) await (await store.openReader()).close();
    await writing.kill();
    expect((await early.known.authorIds()).length).toBe(1);
    await early.close();
    expect(await authorIds()).toEqual(["ada"]);
  });

  it("cuts off a last line that was never finished, says so, and goes on", async () => {
    await write("ada");
    const before = await readFile(journal(), "utf8");
    const line = before.trimEnd().split("\n").at(-1) ?? "";
    for (const torn of [line.slice(0, 20), line.slice(0, -1), `${line.slice(0, -9)}x${line.slice(-8)}\n`]) {
      await appendFile(journal(), torn);
      messages = [];
      await write();
      expect(await readFile(journal(), "utf8")).toBe(before);
      expect(messages).toEqual([expect.stringContaining("never finished")]);
    }
    await write("bob");
    expect(await authorIds()).toEqual(["ada", "bob"]);
  });

  it("applies what stands in the journal beyond the graph", async () => {
    await write("ada");
    await copyFile(graph(), `${directory}/older`);
    await write("bob", "eve");
    await copyFile(`${directory}/older`, graph());
    await write();
    expect(await authorIds()).toEqual(["ada", "bob", "eve"]);
    expect(messages).toEqual([]);
  });

  it("makes the graph again from an older journal that was put back", async () => {
    await write("ada");
    await copyFile(journal(), `${directory}/older`);
    await write("bob");
    await copyFile(`${directory}/older`, journal());
    await write("eve");
    expect(await authorIds()).toEqual(["ada", "eve"]);
    expect(messages).toEqual([expect.stringContaining("does not belong to its journal")]);
  });

  it.each<[string, (file: string) => Promise<void>]>([
    ["has a wrong header", (file) => overwrite(file, 0, 64)],
    ["is cut in half", async (file) => truncate(file, Math.floor((await readFile(file)).length / 2))],
    ["is cut to a few bytes", (file) => truncate(file, 7)],
    ["holds words", (file) => writeFile(file, "This is not a graph.")],
    [
      "has a damaged block",
      async (file) => overwrite(file, Math.floor((await readFile(file)).length / 2), 4096),
    ],
  ])(
    "makes the graph again from the journal when the engine's file %s, and keeps the file",
    async (_how, damage) => {
      const before = await saved();
      await damage(graph());
      const damaged = await readFile(graph());
      await write("late");
      const after = await records();
      expect(after.filter(({ element }) => element.id !== "late")).toEqual(before);
      expect(after).toHaveLength(before.length + 1);
      // A block that holds nothing may be damaged without harm; then there is nothing to tell.
      if (messages.length === 0) return;
      expect(messages).toEqual([expect.stringContaining("made again from the journal")]);
      const kept = (await readdir(path)).filter((name) => name.includes("damaged"));
      expect(kept).toEqual(["graph.grafeo.damaged-1"]);
      expect(await readFile(`${path}/graph.grafeo.damaged-1`)).toEqual(damaged);
      expect((await store.maintenance.status()).damaged).toEqual(kept);
    },
  );

  it("makes the graph again when its file is gone, or its log is damaged", async () => {
    const before = await saved();
    await rm(graph());
    await write();
    expect(await records()).toEqual(before);

    const writing = startWriting(path);
    await writing.waitFor(4);
    await writing.kill();
    const log = `${graph()}.wal`;
    for (const name of await readdir(log)) await overwrite(`${log}/${name}`, 40, 400);
    await write();
    const found = (await records())
      .filter(({ array }) => array === "comments")
      .map(({ element }) => element.id);
    expect(found).toEqual(expect.arrayContaining([...writing.acknowledged]));
  });

  it("refuses a journal that is damaged before its end, names the place, and touches nothing", async () => {
    await write("ada", "bob", "eve");
    const text = await readFile(journal(), "utf8");
    await writeFile(journal(), text.replace("Name of bob", "Name of bod"));
    await rm(graph());
    await expect(open()).rejects.toMatchObject({
      code: "store.journal-damaged",
      message: expect.stringMatching(/journal\.jsonl: the line at byte \d+ /u),
    });
    expect(await readFile(journal(), "utf8")).toContain("Name of bod");
    await writeFile(journal(), text);
    await write();
    expect(await authorIds()).toEqual(["ada", "bob", "eve"]);
  });

  it("refuses a journal without its header, a newer one, and a graph without any", async () => {
    await write("ada");
    const text = await readFile(journal(), "utf8");
    await writeFile(journal(), text.replace('"version":1', '"version":2'));
    await expect(open()).rejects.toMatchObject({ code: "store.version-unsupported" });
    await writeFile(journal(), text.slice(text.indexOf("\n") + 1));
    await expect(open()).rejects.toMatchObject({ code: "store.journal-damaged" });
    await writeFile(journal(), "");
    await expect(open()).rejects.toMatchObject({ code: "store.journal-damaged" });
    await rm(journal());
    await expect(open()).rejects.toMatchObject({ code: "store.journal-damaged" });
    await writeFile(journal(), text);
    await write("bob");
    expect(await authorIds()).toEqual(["ada", "bob"]);
  });

  it("leaves neither a line nor a lock behind a change that fails", async () => {
    const writer = await open();
    await writer.apply(debate().full);
    const before = await readFile(journal());
    const { c1 } = debate().comments;
    await expect(
      writer.apply(change({ write: "save-comments", rows: [{ ...c1, parentId: "nowhere" }] })),
    ).rejects.toMatchObject({ code: "store.write-failed" });
    expect(await readFile(journal())).toEqual(before);
    await writer.close();
    await cp(path, `${directory}/copy`, { recursive: true });
    await rm(`${directory}/copy/graph.grafeo`);
    const copy = new EmbeddedStore(`${directory}/copy`);
    const again = await copy.openWriter({ onMessage: () => {} });
    expect(await again.known.comments([c1.id])).toEqual([c1]);
    await again.close();
  });

  it("cannot be written below a file", async () => {
    await writeFile(`${directory}/file`, "");
    const below = new EmbeddedStore(`${directory}/file/store`);
    await expect(below.openWriter({ onMessage: () => {} })).rejects.toMatchObject({
      code: "store.unwritable",
    });
    await expect(below.openReader()).rejects.toMatchObject({ code: "store.empty" });
  });
});

/** Turns over the bits of a stretch. */
async function overwrite(file: string, start: number, length: number): Promise<void> {
  const bytes = await readFile(file);
  for (let at = start; at < Math.min(bytes.length, start + length); at += 1)
    bytes[at] = ~(bytes[at] ?? 0) & 0xff;
  await writeFile(file, bytes);
}
