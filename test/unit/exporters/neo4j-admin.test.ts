import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FilePiece } from "../../../src/exporters/exporter.ts";
import { dataLine } from "../../../src/exporters/neo4j-admin/csv.ts";
import { neo4jAdmin } from "../../../src/exporters/neo4j-admin.ts";
import type { GraphRecord } from "../../../src/model/graph.ts";
import { openStore } from "../../../src/store/registry.ts";
import { applyTo } from "../../support/in-store.ts";
import { debate } from "../../support/store-debate.ts";
import * as make from "../../support/store-records.ts";
import { openConsole } from "../cli/console.ts";

describe("the export for neo4j-admin", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "elenchus-admin-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("writes the files that its golden folder has, and prints the command for them", async () => {
    const store = await openStore(join(folder, "store"));
    await applyTo(store, debate().full);
    const terminal = openConsole({ cwd: folder });
    const words = ["export", "--to", "neo4j-admin", "--output", "out", "--store", "store"];
    expect(await terminal.run(...words)).toBe(0);
    const golden = "../../fixtures/exporters/neo4j-admin";
    const names = (await readdir(join(folder, "out"))).sort();
    expect(names).toHaveLength(2 * (12 + 20));
    for (const name of names) {
      const text = await readFile(join(folder, "out", name), "utf8");
      await expect(text).toMatchFileSnapshot(`${golden}/${name}`);
    }
    const command = terminal.stdout().replaceAll(folder, "FOLDER");
    await expect(command).toMatchFileSnapshot(`${golden}/command.txt`);
    for (const name of names) expect(command).toContain(`FOLDER/out/${name}`);
    expect(await terminal.run(...words)).toBe(3);
    expect(terminal.stderr()).toContain("export.unwritable");
    expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("wants to be told which folder to make", async () => {
    await writeFile(join(folder, "a.jsonl"), '{"id":"1","text":"Cats are liquid."}\n');
    const terminal = openConsole({ cwd: folder });
    expect(await terminal.run("map", "a.jsonl")).toBe(0);
    expect(await terminal.run("export", "--to", "neo4j-admin")).toBe(2);
    expect(terminal.stderr()).toContain("--output");
  });

  it("writes as it goes, each file in its order", async () => {
    async function* authors(): AsyncGenerator<GraphRecord> {
      for (let index = 0; index < 20_000; index += 1) {
        given = index;
        yield { array: "authors", element: make.author(`a${index}`) };
      }
    }
    let given = 0;
    let isEarly = false;
    const lines: string[] = [];
    for await (const { file, text } of neo4jAdmin.writeFiles(authors())) {
      if (file !== "Author.csv") continue;
      isEarly ||= given < 10_000;
      lines.push(...text.split("\n").slice(0, -1));
    }
    expect(isEarly).toBe(true);
    expect(lines).toHaveLength(20_000);
    expect(lines[777]).toBe('"a777","Name of a777","name of a777"');
  });

  it("makes a node of a more general concept that stands by its id alone", async () => {
    const pieces = await all([
      { array: "concepts", element: { ...make.concept("narrow", { broader: ["wide"] }), mentions: [] } },
    ]);
    expect(pieces.get("Concept.csv")).toMatch(/^"narrow",.*\n"wide",,,,,\n$/);
    expect(pieces.get("BROADER.csv")).toBe('"narrow","wide"\n');
  });

  it("keeps null, empty strings, quotation marks, line ends and lists apart", () => {
    const fields = {
      none: "string",
      empty: "string",
      text: "string",
      list: "string[]",
      nothing: "string[]",
      numbers: "long[]",
      half: "double",
      yes: "boolean",
    } as const;
    const properties = {
      none: null,
      empty: "",
      text: 'He said "no";\nshe, too.',
      list: ["a;b", '["x",1]'],
      nothing: [],
      numbers: [0, 1],
      half: 0.5,
      yes: true,
    };
    expect(dataLine(["k"], fields, properties)).toBe(
      '"k",,"","He said ""no"";\nshe, too.","a;b\u001f[""x"",1]",,"0\u001f1",0.5,true\n',
    );
  });

  it("refuses a list that cannot be told apart, and a property that has no column", () => {
    expect(() => dataLine([], { list: "string[]" }, { list: ["a\u001fb"] })).toThrow(
      expect.objectContaining({ code: "export.unwritable" }),
    );
    expect(() => dataLine([], {}, { left: "out" })).toThrow("no column for the property left");
  });
});

async function all(records: readonly GraphRecord[]): Promise<ReadonlyMap<string, string>> {
  async function* stream(): AsyncGenerator<GraphRecord> {
    yield* records;
  }
  const files = new Map<string, string>();
  const pieces: AsyncIterable<FilePiece> = neo4jAdmin.writeFiles(stream());
  for await (const { file, text } of pieces) files.set(file, (files.get(file) ?? "") + text);
  return files;
}
