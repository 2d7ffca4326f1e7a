import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { jsonLines } from "../../support/map-text.ts";
import { commandsIn } from "./commands-in.ts";

describe("a debate printed", () => {
  let folder: string;
  const { run } = commandsIn(() => folder);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "elenchus-debate-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("tells people of one name apart by their ids until they are one", async () => {
    const said = (text: string, author: string) => jsonLines([{ id: "1", author, text }]);
    await writeFile(join(folder, "isle.jsonl"), said("Wind power is cheap in the north.", "Wren"));
    await writeFile(join(folder, "coast.jsonl"), said("Tidal power needs no storage.", "Wren"));
    await writeFile(join(folder, "hill.jsonl"), said("Wind power needs storage.", "Jay"));
    await run("map", "isle.jsonl", "coast.jsonl", "hill.jsonl");
    const apart = await run("debate", "wind power", "tidal power");
    expect(apart).toContain("Wren, coast.jsonl:Wren");
    expect(apart).toContain("Wren, isle.jsonl:Wren");
    expect(apart).not.toContain("Jay, hill");
    await run("authors", "merge", "isle.jsonl:Wren", "coast.jsonl:Wren");
    expect(await run("debate", "wind power", "tidal power")).not.toContain("Wren, ");
  });
});
