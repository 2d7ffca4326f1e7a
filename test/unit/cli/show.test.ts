import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { jsonLines } from "../../support/map-text.ts";
import { commandsIn } from "./commands-in.ts";

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
  const { run, json } = commandsIn(() => folder);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "elenchus-show-"));
    await writeFile(join(folder, "rail.jsonl"), jsonLines(records));
    await run("map", "rail.jsonl", "--source", "rail");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("says once who is against a claim, and whom, where two relations show it", async () => {
    const { items } = await json("claims", "--author", "Ann");
    const shown = await json("show", items[0].id);
    expect(shown.stances).toMatchObject([{ stance: "against" }, { stance: "against" }]);
    const line = "  against: Bob (relation, 2025-01-01)\n";
    expect((await run("show", items[0].id)).split(line)).toHaveLength(2);
    expect(
      (await run("show", "rail:Bob")).split(`  against: ${claim} (relation, 2025-01-01)\n`),
    ).toHaveLength(2);
  });
});
