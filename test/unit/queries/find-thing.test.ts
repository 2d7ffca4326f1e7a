import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findThing } from "../../../src/queries/load/find-thing.ts";
import { openStore } from "../../../src/store/registry.ts";
import type { StoreReader } from "../../../src/store/store.ts";
import { change, comment, version } from "../../support/store-records.ts";

let folder: string;
let reader: StoreReader;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "elenchus-find-thing-"));
  const url = "https://site.example/talk#2";
  const comments = [
    comment("site:1", 0, { url: "https://site.example/talk#1" }),
    comment("site:2", 1, { url }),
    comment("site:3", 2, { url }),
  ];
  const writer = await (await openStore(join(folder, "store"))).openWriter({ onMessage: () => {} });
  await writer.apply(
    change(
      { write: "save-comments", rows: comments },
      { write: "save-versions", rows: comments.map((one) => version(one)) },
    ),
  );
  await writer.close();
  reader = await (await openStore(join(folder, "store"))).openReader();
});
afterAll(async () => {
  await reader.close();
  await rm(folder, { recursive: true, force: true });
});

describe("findThing", () => {
  it("finds the one comment that can be read at an address", async () => {
    const found = await findThing(reader, "https://site.example/talk#1");
    expect(found).toEqual({ kind: "comment", id: "site:1" });
  });

  it("finds nothing where several comments have one address, or none has it", async () => {
    for (const asked of [
      "https://site.example/talk#2",
      "https://site.example/",
      "#/claim/%",
      "no such words",
    ])
      await expect(findThing(reader, asked)).rejects.toMatchObject({ code: "query.id-unknown" });
  });
});
