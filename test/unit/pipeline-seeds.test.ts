import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { mapText } from "../support/map-text.ts";
import { sharedPath, sharedSkip } from "../support/shared.ts";

describe.skipIf(sharedSkip !== null)("mapping the four dumps of one author", () => {
  const read = async (): Promise<Record<string, string>> => {
    const names = (await readdir(sharedPath("seeds"))).sort();
    return Object.fromEntries(
      await Promise.all(
        names.map(async (name) => [name, await readFile(sharedPath(`seeds/${name}`), "utf8")] as const),
      ),
    );
  };

  it("gives 30 comments of one author, whichever dump comes first, and nothing new the second time", async () => {
    const files = await read();
    for (const order of [Object.keys(files), Object.keys(files).reverse()]) {
      const ordered = Object.fromEntries(order.map((name) => [name, files[name] ?? ""]));
      const { known } = await mapText(ordered);
      expect(known.commentMap.size).toBe(30);
      expect([...known.authorMap.values()]).toHaveLength(1);
      expect([...known.commentMap.values()].every(({ authorId }) => authorId !== null)).toBe(true);
      const again = await mapText(ordered, known);
      expect(again.changes).toEqual([]);
    }
  });
});
