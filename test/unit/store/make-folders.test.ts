import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeFolders } from "../../../src/store/embedded/make-folders.ts";
import { openStore } from "../../../src/store/registry.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "elenchus-test-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("making folders", () => {
  it("makes those above too, and does nothing where they are there", async () => {
    const path = join(folder, "a", "b", "c");
    await makeFolders(path);
    await makeFolders(path);
    expect((await stat(path)).isDirectory()).toBe(true);
  });

  it("refuses a path that leads through a file", async () => {
    const file = join(folder, "file");
    await writeFile(file, "");
    await expect(makeFolders(file)).rejects.toMatchObject({ code: "EEXIST" });
    await expect(makeFolders(join(file, "below"))).rejects.toMatchObject({ code: "ENOTDIR" });
  });

  it.skipIf(process.platform !== "linux")(
    "refuses a store in a file system that takes no folders",
    async () => {
      const store = await openStore("/proc/no-such-folder/store");
      await expect(store.openWriter({ onMessage: () => {} })).rejects.toMatchObject({
        code: "store.unwritable",
      });
    },
  );
});
