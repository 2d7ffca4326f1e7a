import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Change } from "../../../src/model/change.ts";
import { openStore } from "../../../src/store/registry.ts";
import * as make from "../../support/store-records.ts";

const quiet = { onMessage: () => {} };

describe("a journal of the time before layers", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "elenchus-upgrade-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("gives comments the fingerprint of the one extractor there was, and none where nothing read them", async () => {
    const store = await openStore(join(folder, "store"));
    const comments = [make.comment("site:1", 0), make.comment("site:2", 1)];
    const rows = [
      { commentId: "site:1", fingerprint: "rules@1:abc", language: "en" },
      { commentId: "site:2", fingerprint: "", language: null },
    ];
    const old = { writes: [{ write: "save-extracted", rows }] } as unknown as Change;
    const writer = await store.openWriter(quiet);
    await writer.apply(make.change({ write: "save-sources", rows: [make.source("s1")] }));
    await writer.apply(make.change({ write: "save-comments", rows: comments }));
    await writer.apply(old);
    await writer.close();
    await store.maintenance?.rebuild(quiet);
    const reader = await store.openReader();
    expect(await reader.known.extracted(["site:1", "site:2"])).toEqual([
      { commentId: "site:1", fingerprints: ["rules@1:abc"], language: "en" },
      { commentId: "site:2", fingerprints: [], language: null },
    ]);
    await reader.close();
  });
});
