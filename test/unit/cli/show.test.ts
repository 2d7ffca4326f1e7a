import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { jsonLines } from "../../support/map-text.ts";
import { openConsole } from "./console.ts";

const claim = "Night trains save every traveller a whole day.";
const records = [
  { id: "1", author: "Ann", text: claim },
  {
    id: "2",
    author: "Bob",
    parentId: "1",
    createdAt: "2025-01-01T00:00:00Z",
    markup: "md",
    text: `> ${claim}\n\nNight trains do not save anybody a day.\n\n> ${claim}\n\nI disagree, they waste a day of sleep.`,
  },
];

describe("elenchus show", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "elenchus-show-"));
    await writeFile(join(folder, "rail.jsonl"), jsonLines(records));
    await run("map", "rail.jsonl", "--source", "rail");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function run(...words: readonly string[]): Promise<string> {
    const terminal = openConsole({ cwd: folder });
    expect(await terminal.run(...words), terminal.stderr()).toBe(0);
    return terminal.stdout();
  }

  it("says once who is against a claim, and whom, where two relations show it", async () => {
    const { items } = JSON.parse(await run("claims", "--author", "Ann", "--json"));
    const shown = JSON.parse(await run("show", items[0].id, "--json"));
    expect(shown.stances).toMatchObject([{ stance: "against" }, { stance: "against" }]);
    const line = "  against: Bob (relation, 2025-01-01)\n";
    expect((await run("show", items[0].id)).split(line)).toHaveLength(2);
    expect(
      (await run("show", "rail:Bob")).split(`  against: ${claim} (relation, 2025-01-01)\n`),
    ).toHaveLength(2);
  });
});
