import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { jsonLines } from "../../support/map-text.ts";
import { commandsIn } from "./commands-in.ts";
import { openConsole } from "./console.ts";

const comments = [
  { id: "1", author: "ada", text: "Automated tests are useful because they run every day." },
  {
    id: "2",
    author: "bob",
    parentId: "1",
    text: "Automated tests are not useful because nobody reads them.",
  },
  { id: "3", author: { id: "b2", name: "Bob" }, text: "Careful tests find most of the mistakes." },
];

describe("elenchus sources and authors", () => {
  let cwd: string;
  const { run, refused, json } = commandsIn(() => cwd);

  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), "elenchus-cli-"));
    await writeFile(join(cwd, "thread.jsonl"), jsonLines(comments));
    await writeFile(join(cwd, "more.jsonl"), jsonLines([{ id: "4", author: "eve", text: "More is more." }]));
    await run("map", "thread.jsonl", "more.jsonl", "--source", "site", "--captured", "2023-07");
  });
  afterEach(() => rm(cwd, { recursive: true, force: true }));

  const listed = async <Item>(what: string): Promise<readonly Item[]> => (await json(what)).items;

  it("lists the inputs with what each brought, as a table, as CSV and as JSON", async () => {
    const sources = await listed<{ id: string }>("sources");
    expect(sources).toMatchObject([
      { file: "thread.jsonl", format: "jsonl", host: "site", captured: "2023-07", rank: 0, comments: 3 },
      {
        ...{ file: "more.jsonl", rank: 1, comments: 1, isComplete: true },
        diagnostics: { errors: 0, warnings: 0, notes: 0 },
      },
    ]);
    expect((await run("sources", "--csv")).split("\r\n").slice(0, 2)).toEqual([
      "id,format,host,captured,rank,comments,complete,problems,file",
      `${sources[0]?.id},jsonl,site,2023-07,0,3,yes,0,thread.jsonl`,
    ]);
    expect(await run("sources")).toMatch(/thread\.jsonl\n.*more\.jsonl\n2 sources\n$/s);
  });

  it("lists who writes", async () => {
    expect(await listed("authors")).toHaveLength(4);
    expect(await run("authors", "--limit", "1")).toContain("showing 1 of 4 authors");
  });

  it("says what would go, and changes nothing", async () => {
    const before = await run("export");
    const said = await run("authors", "forget", "ada", "--dry-run");
    expect(said.split("\n")).toEqual([
      "would forget ada (author site:ada)",
      "0 comments would go",
      "1 comment would stay without words, for its answers",
      "",
    ]);
    expect(await run("export")).toBe(before);
  });

  it("forgets a person and says what went", async () => {
    const said = await run("authors", "forget", "ADA", "--yes");
    expect(said).toContain("forgot ada (author site:ada)\n0 comments go\n1 comment stays without words");
    expect(said).toMatch(/authors +3 +1\n/);
    expect((await listed<{ name: string }>("authors")).map(({ name }) => name).sort()).toEqual([
      "Bob",
      "bob",
      "eve",
    ]);
    expect(await refused("authors", "forget", "ada")).toContain("query.id-unknown");
  });

  it("takes an input out by the first letters of its id, and tells it as JSON", async () => {
    const [, more] = await listed<{ id: string }>("sources");
    const told = await run("sources", "remove", more?.id.slice(0, 6) ?? "", "--yes", "--json");
    expect(JSON.parse(told)).toMatchObject({
      kind: "source",
      id: more?.id,
      removed: ["site:4"],
      emptied: [],
      rewritten: [],
      before: { sources: 2, comments: 4, authors: 4 },
      after: { sources: 1, comments: 3, authors: 3 },
    });
    expect(await listed("sources")).toHaveLength(1);
  });

  it("asks for the whole id where a name or a beginning may be several", async () => {
    expect(await refused("authors", "forget", "bob")).toMatch(
      /query\.id-ambiguous: "bob" may be author site:b2 \(Bob\); author site:bob \(bob\)/,
    );
    expect(await refused("sources", "remove", "")).toContain("an empty id names nothing");
    expect(await refused("authors", "forget", "")).toContain("an empty id names nothing");
    expect(await refused("sources", "remove", "zz")).toContain("query.id-unknown");
    await run("authors", "forget", "site:bob", "--yes");
    expect(await listed("authors")).toHaveLength(3);
  });

  it("takes nothing out without a word of consent, at a terminal or in a script", async () => {
    const before = await run("export");
    const [, more] = await listed<{ id: string }>("sources");
    for (const isTTY of [true, false])
      for (const words of [
        ["authors", "forget", "eve"],
        ["sources", "remove", more?.id ?? ""],
      ]) {
        const terminal = openConsole({ cwd });
        Object.assign(terminal.io.stdin, { isTTY });
        expect(await terminal.run(...words)).toBe(2);
        expect(terminal.stderr()).toMatch(/cli\.usage: this takes .* out of the store for good\n.*--yes/u);
      }
    expect(await run("export")).toBe(before);
    await run("authors", "forget", "eve", "--yes");
    expect(await listed("authors")).toHaveLength(3);
  });

  it("copies a store and says how much", async () => {
    const before = await run("export");
    const said = await run("store", "copy", "--from", ".elenchus/default", "--to", "copy");
    expect(said).toMatch(/^copied embedded:.*default to embedded:.*copy: \d+ records, compared\n$/);
    expect(await run("export", "--store", "copy")).toBe(before);
    expect(await refused("store", "copy", "--from", ".elenchus/default", "--to", "copy")).toContain(
      "store.not-empty",
    );
  });
});
