import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { jsonLines } from "../../support/map-text.ts";
import { commandsIn } from "./commands-in.ts";

const records = [
  { id: "1", author: "Wren", text: "Tidal power is the cheapest source of energy for islands." },
  {
    id: "2",
    parentId: "1",
    author: "Jay",
    markup: "md",
    text: "> Tidal power is the cheapest source of energy for islands.\n\nI disagree, wind power is cheaper by half.",
    reactions: [{ by: "wren_2019", kind: "disagree", quote: "wind power is cheaper by half", sign: -1 }],
  },
  {
    id: "3",
    parentId: "2",
    author: "wren_2019",
    markup: "md",
    text: "> wind power is cheaper by half.\n\nNo, wind power needs storage that nobody has paid for.",
  },
];

describe("people who are one", () => {
  let folder: string;
  const { attempt, run, refused, json, exported } = commandsIn(() => folder);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "elenchus-people-"));
    await writeFile(join(folder, "isle.jsonl"), jsonLines(records));
    await run("map", "isle.jsonl", "--source", "isle");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const names = async () =>
    (await json("authors")).items.map(({ name, comments }: { name: string; comments: number }) => [
      name,
      comments,
    ]);

  it("are counted, shown and found as one until they are split", async () => {
    const apart = await run("authors");
    const shown = await json("show", "isle:Wren");
    expect(await run("authors", "merge", "wren", "wren_2019")).toBe(
      "what wren_2019 (author isle:wren_2019) said counts as said by Wren (author isle:Wren)\n",
    );
    expect((await json("correct", "list")).items).toMatchObject([
      { kind: "author", words: ["wren_2019"], says: "the same person as Wren (isle:Wren)" },
    ]);
    expect((await names()).sort()).toEqual([
      ["Jay", 1],
      ["Wren", 2],
    ]);
    const person = await json("show", "isle:wren_2019");
    expect(person).toMatchObject({
      author: { id: "isle:Wren", name: "Wren" },
      otherEntries: [{ id: "isle:wren_2019" }],
      comments: 2,
    });
    expect(person.claimCount).toBeGreaterThan(shown.claimCount);
    expect(person.stances.some(({ method }: { method: string }) => method === "reaction")).toBe(true);
    const claims = await json("claims", "--author", "Wren");
    expect(
      new Set(claims.items.map(({ words }: { words: { speaker: { id: string } } }) => words.speaker.id)),
    ).toEqual(new Set(["isle:Wren"]));
    await run("map", "isle.jsonl", "--source", "isle");
    expect((await names()).length).toBe(2);
    expect(JSON.parse(await exported()).corrections).toMatchObject([
      { action: "change", target: { kind: "author", id: "isle:wren_2019" }, value: "isle:Wren" },
    ]);

    await run("authors", "split", "wren_2019");
    expect(await run("authors")).toBe(apart);
    expect(await json("show", "isle:Wren")).toEqual(shown);
  });

  it("are counted once among those who speak of a concept", async () => {
    const windPower = async () =>
      (await json("concepts")).items.find(({ label }: { label: string }) => label === "wind power");
    const speakers = async () => (await windPower()).authors;
    expect(await speakers()).toBe(2);
    await run("authors", "merge", "Jay", "Wren");
    expect(await speakers()).toBe(2);
    await run("authors", "merge", "Wren", "wren_2019");
    expect(await speakers()).toBe(1);
    expect((await json("show", (await windPower()).id)).concept.authors).toBe(1);
    await run("authors", "split", "wren_2019");
    expect(await speakers()).toBe(2);
  });

  it("are meant by a name that several of their entries have", async () => {
    const elsewhere = [{ id: "9", author: "Jay", text: "Wind power is loud at night." }];
    await writeFile(join(folder, "moor.jsonl"), jsonLines(elsewhere));
    await run("map", "moor.jsonl", "--source", "moor");
    const naming = [
      ["show", "Jay"],
      ["authors", "merge", "Wren", "jay"],
      ["authors", "split", "jay"],
    ];
    for (const words of naming) expect(await refused(...words)).toContain("query.id-ambiguous");

    await run("authors", "merge", "isle:Jay", "moor:Jay");
    expect(await json("show", "Jay")).toMatchObject({
      author: { id: "isle:Jay" },
      otherEntries: [{ id: "moor:Jay" }],
      comments: 2,
    });
    expect(await run("authors", "merge", "Wren", "jay")).toBe(
      "what Jay (author isle:Jay) said counts as said by Wren (author isle:Wren)\n",
    );
    expect(await refused("authors", "split", "jay")).toContain("isle:Jay (Jay); author moor:Jay (Jay)");
    await run("authors", "split", "isle:Jay");
    expect(await run("authors", "split", "jay")).toBe(
      "Jay (author moor:Jay) is a person of their own again\n",
    );
  });

  it("are forgotten entry by entry, which is said, or whole", async () => {
    await run("authors", "merge", "Wren", "wren_2019");
    const entries = [{ id: "isle:Wren", name: "Wren" }];
    const otherEntries = [{ id: "isle:wren_2019", name: "wren_2019", comments: 1 }];
    const staying = "1 other entry of this person stays, with 1 comment: wren_2019 (author isle:wren_2019)";
    expect(await refused("authors", "forget", "isle:Wren")).toContain(`for good; ${staying}`);
    expect(await run("authors", "forget", "wren", "--dry-run")).toContain(
      `${staying}\n--all-entries takes out`,
    );
    expect(await json("authors", "forget", "wren", "--dry-run")).toMatchObject({ entries, otherEntries });

    const whole = await json("authors", "forget", "wren", "--all-entries", "--dry-run");
    expect(whole).toMatchObject({
      id: "isle:Wren",
      entries: [...entries, { id: "isle:wren_2019", name: "wren_2019" }],
      otherEntries: [],
      removed: ["isle:3"],
      emptied: ["isle:1"],
      rewritten: ["isle:2"],
    });
    expect(await run("authors", "forget", "wren", "--all-entries", "--yes")).toMatch(
      /^forgot Wren \(author isle:Wren\), wren_2019 \(author isle:wren_2019\)\n/u,
    );
    expect((await exported()).toLowerCase()).not.toContain("wren");
    expect(JSON.parse(await exported()).corrections).toEqual([]);
  });

  it("stay one when the entry that speaks for them is forgotten", async () => {
    for (const other of ["wren_2019", "Jay"]) await run("authors", "merge", "Wren", other);
    expect(await run("authors", "forget", "Wren", "--yes")).toContain(
      "2 other entries of this person stay, with 2 comments",
    );
    expect(await names()).toEqual([["Jay", 2]]);
    expect((await json("show", "isle:wren_2019")).author.name).toBe("Jay");
    await run("authors", "split", "wren_2019");
    expect((await names()).length).toBe(2);
  });

  it("of one name are forgotten only by id, or together", async () => {
    const elsewhere = [{ id: "9", author: "Jay", text: "Wind power is loud at night." }];
    await writeFile(join(folder, "moor.jsonl"), jsonLines(elsewhere));
    await run("map", "moor.jsonl", "--source", "moor");
    await run("authors", "merge", "isle:Jay", "moor:Jay");
    expect(await refused("authors", "forget", "jay", "--yes")).toMatch(
      /cli\.usage.*one person\n.*--all-entries, or the id of one: Jay \(author isle:Jay\), Jay \(author moor:Jay\)/u,
    );
    await run("authors", "forget", "moor:Jay", "--yes");
    expect((await names()).sort()).toEqual([
      ["Jay", 1],
      ["Wren", 1],
      ["wren_2019", 1],
    ]);
  });

  it("cannot be merged twice, in a circle, or split when they were never merged", async () => {
    await run("authors", "merge", "Wren", "wren_2019");
    for (const words of [
      ["merge", "Wren", "wren_2019"],
      ["merge", "wren_2019", "Wren"],
      ["split", "Jay"],
    ])
      expect((await attempt("authors", ...words)).code).toBe(2);
    await run("authors", "merge", "Jay", "wren_2019");
    expect((await json("show", "isle:wren_2019")).author.name).toBe("Jay");
  });
});
