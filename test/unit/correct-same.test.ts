import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { correctSameness, undoCorrection } from "../../src/correct.ts";
import { mapFiles } from "../../src/map-files.ts";
import { openStore } from "../../src/store/registry.ts";
import type { Store } from "../../src/store/store.ts";
import { applyTo, recordsIn } from "../support/in-store.ts";
import { jsonLines } from "../support/map-text.ts";

const comments = [
  { id: "1", author: "ada", threadId: "t", text: "Night trains save every traveller a whole day." },
  { id: "2", author: "bob", threadId: "t", text: "Sleepers give people back a whole day of travel." },
];
const later = [
  ...comments,
  { id: "3", author: "cleo", threadId: "t", text: "Sleepers give people back a whole day of travel." },
];

describe("claims that a person joined", () => {
  let folder: string;
  let store: Store;
  const map = async (lines: readonly object[]): Promise<void> => {
    const file = join(folder, "thread.jsonl");
    await writeFile(file, jsonLines(lines));
    await mapFiles([file], store);
  };
  const records = () => recordsIn(store);
  const locutions = async () =>
    (await records()).flatMap(({ array, element }) => (array === "locutions" ? [element] : []));
  const claimsBySpeaker = async () =>
    Object.fromEntries((await locutions()).map(({ speaker, claimId }) => [speaker?.split(":")[1], claimId]));

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "elenchus-same-"));
    store = await openStore(join(folder, "store"));
    await map(comments);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function join2(): Promise<{ id: string; one: string }> {
    const [a, b] = (await locutions()).toSorted((x, y) => (x.commentId < y.commentId ? -1 : 1));
    if (!a || !b) throw new Error("the thread has no two claims");
    const { correction, claimOfA } = await correctSameness(store, { a: a.id, b: b.id, isSame: true }, "");
    return { id: correction.id, one: claimOfA };
  }

  it("stay one when their comments are read anew, and take in who says the same later", async () => {
    const { id, one } = await join2();
    const joined = await records();
    const rows = (await locutions()).map(({ commentId }) => ({ commentId }));
    await applyTo(store, { writes: [{ write: "forget-extracted", rows }] });
    await map(comments);
    expect(await records()).toEqual(joined);
    await map(later);
    expect(await claimsBySpeaker()).toEqual({ ada: one, bob: one, cleo: one });
    await undoCorrection(store, { id });
    const { ada, bob, cleo } = await claimsBySpeaker();
    expect([ada, bob === cleo, bob === ada]).toEqual([one, true, false]);
  });

  it("leave the store as mapping makes it when that is undone", async () => {
    const before = await records();
    const { id } = await join2();
    expect(await records()).not.toEqual(before);
    await undoCorrection(store, { id });
    expect(await records()).toEqual(before);
  });
});
