import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { copyStore } from "../../../src/store/copy.ts";
import { openStore } from "../../../src/store/registry.ts";
import type { Store } from "../../../src/store/store.ts";
import { applyTo, exportOf } from "../../support/in-store.ts";
import { debate } from "../../support/store-debate.ts";
import * as make from "../../support/store-records.ts";

const silent = { onMessage: () => {} };

describe("copyStore", () => {
  let folder: string;
  let from: Store;
  let to: Store;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "elenchus-copy-"));
    from = await openStore(join(folder, "from"));
    to = await openStore(join(folder, "to"));
    await applyTo(from, debate().full);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("gives the same export byte for byte, there and back", async () => {
    const before = await exportOf(from);
    await copyStore(from, to, silent);
    expect(await exportOf(to)).toBe(before);
    const back = await openStore(join(folder, "back"));
    await copyStore(to, back, silent);
    expect(await exportOf(back)).toBe(before);
    expect(await exportOf(from)).toBe(before);
  });

  it("takes along what no export holds: the keys of paragraphs", async () => {
    await copyStore(from, to, silent);
    const writer = await to.openWriter(silent);
    expect(await writer.known.paragraphs(["p1", "p2"])).toHaveLength(2);
    await writer.close();
  });

  it("leaves a store that can be mapped into, rebuilt and compacted", async () => {
    const before = await exportOf(from);
    await copyStore(from, to, silent);
    await to.maintenance?.rebuild(silent);
    expect(await exportOf(to)).toBe(before);
    await to.maintenance?.compact(silent);
    expect(await exportOf(to)).toBe(before);
  });

  it("refuses a target that holds anything, and leaves it as it was", async () => {
    await applyTo(to, { writes: [{ write: "save-authors", rows: [make.author("eve")] }] });
    const before = await exportOf(to);
    await expect(copyStore(from, to, silent)).rejects.toMatchObject({ code: "store.not-empty" });
    await expect(copyStore(from, from, silent)).rejects.toMatchObject({ code: "store.not-empty" });
    expect(await exportOf(to)).toBe(before);
  });

  it("has nothing to copy from a store that nothing was mapped into", async () => {
    await expect(copyStore(to, from, silent)).rejects.toMatchObject({ code: "store.empty" });
  });

  it("stops between two changes when it is interrupted", async () => {
    const interrupt = new AbortController();
    const outcome = await copyStore(from, to, {
      ...silent,
      signal: interrupt.signal,
      onProgress: () => interrupt.abort(),
    });
    expect(outcome).toMatchObject({ isStopped: true, rows: expect.any(Number) });
    expect(outcome.rows).toBeLessThan(20);
  });
});
