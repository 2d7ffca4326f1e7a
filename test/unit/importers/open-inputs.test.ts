import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findInputs } from "../../../src/importers/find-inputs.ts";
import { openInputs } from "../../../src/importers/open-inputs.ts";
import { zipOf } from "../../support/archives.ts";
import { memoryFolder } from "../../support/inputs.ts";

const line = '{"id":"1","text":"A claim."}\n';
const prose = "This folder holds comments. They were fetched in spring.\n";
const utterance =
  '{"id":"a","speaker":"ann","conversation_id":"a","reply_to":null,"timestamp":1,"text":"Hi."}\n';
const corpus = {
  "utterances.jsonl": utterance,
  "speakers.json": '{"ann":{}}',
  "conversations.json": '{"a":{}}',
};
/** The files that the golden export to a format holds. */
const exportedFolder = async (id: string): Promise<Readonly<Record<string, string>>> => {
  const path = fileURLToPath(new URL(`../../fixtures/exporters/${id}/`, import.meta.url));
  const files: Record<string, string> = {};
  for (const name of await readdir(path)) files[name] = await readFile(join(path, name), "utf8");
  return files;
};
const below = (folder: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));

describe("findInputs", () => {
  const found = async (files: Readonly<Record<string, string>>, from: string | null = null) => {
    const { inputs, leftOut } = await findInputs(memoryFolder(files), from);
    return {
      inputs: inputs.map(({ input, importer }) => `${input.name} ${importer.id}`),
      leftOut: leftOut.map(({ name }) => name),
    };
  };

  it("takes a folder that is a corpus as one input", async () => {
    expect(await found(corpus)).toEqual({ inputs: ["folder convokit"], leftOut: [] });
  });

  it("takes the files of any other folder one by one, but for those that may be about it", async () => {
    expect(await found({ "a.jsonl": line, "b/a.jsonl": line, "README.txt": prose })).toEqual({
      inputs: ["a.jsonl jsonl", "b/a.jsonl jsonl"],
      leftOut: ["README.txt"],
    });
  });

  it("finds corpora in the folders of a folder, beside files", async () => {
    const files = { ...below("one", corpus), ...below("deep/two", corpus), "x.jsonl": line };
    const { inputs } = await findInputs(memoryFolder(files), null);
    expect(inputs.map(({ input, importer }) => [input.name, importer.id])).toEqual([
      ["deep/two", "convokit"],
      ["one", "convokit"],
      ["x.jsonl", "jsonl"],
    ]);
    expect(inputs[0]?.input.files?.map(({ name }) => name)).toEqual(Object.keys(corpus).sort());
  });

  it("does as it is told", async () => {
    expect((await found({ "README.txt": prose, "x.jsonl": line }, "profile-dump")).inputs).toEqual([
      "README.txt profile-dump",
      "x.jsonl profile-dump",
    ]);
    expect((await found({ "odd.json": "{}" }, "convokit")).inputs).toEqual(["folder convokit"]);
  });

  it("leaves out as a whole what export wrote for Neo4j's import tool", async () => {
    const tables = await exportedFolder("neo4j-admin");
    await expect(found(tables)).rejects.toMatchObject({
      code: "import.format-unknown",
      message: expect.stringMatching(/^folder: .*Neo4j/u),
      hint: expect.stringContaining("--to json"),
    });
    expect(await found({ ...below("old/neo4j", tables), "x.jsonl": line })).toEqual({
      inputs: ["x.jsonl jsonl"],
      leftOut: ["old/neo4j"],
    });
  });

  it("refuses a folder of which nothing fits", async () => {
    await expect(found({ "README.txt": prose, "notes/x.dat": "{}[]" })).rejects.toMatchObject({
      code: "import.format-unknown",
      message: expect.stringMatching(/none of its 2 files/u),
      hint: expect.stringContaining("--from"),
    });
  });
});

describe("openInputs", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "open-inputs-"));
    const files = {
      "a.jsonl": line,
      "b.jsonl": line,
      "dumps/c.jsonl": line,
      "dumps/README.txt": prose,
      "dumps/picture.dat": "\0\0",
      "odd[1].jsonl": line,
      "cut.zip": "PK\x03\x04",
    };
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    await writeFile(join(folder, "d.zip"), zipOf([{ path: "d.jsonl", content: line }]));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const open = async (...paths: readonly string[]) => {
    const opened = await openInputs(paths, { cwd: folder, stdin: Readable.from([line]), from: null });
    await opened.close();
    return {
      names: opened.inputs.map(({ input }) => input.name),
      failures: opened.failures.map(({ path, error }) => [path.replace(`${folder}/`, ""), error.code]),
      leftOut: opened.leftOut.map(({ path, ...rest }) => ({ path: path.replace(`${folder}/`, ""), ...rest })),
    };
  };

  it("opens what a pattern matches, in order, and a file that is named like a pattern", async () => {
    expect((await open("{a,b}.jsonl")).names).toEqual(["a.jsonl", "b.jsonl"]);
    expect((await open("**/*.jsonl")).names).toEqual(["a.jsonl", "b.jsonl", "c.jsonl", "odd[1].jsonl"]);
    expect((await open("odd[1].jsonl")).names).toEqual(["odd[1].jsonl"]);
    expect((await open(`${folder}/?.zip`)).names).toEqual(["d.jsonl"]);
  });

  it("reads a folder that a pattern matches once, and says what it left out", async () => {
    expect(await open("dump{s,s/*}")).toEqual({
      names: ["c.jsonl"],
      failures: [],
      leftOut: [{ path: "dumps", withoutFormat: ["README.txt"], withoutText: 1 }],
    });
  });

  it("goes on after what cannot be opened", async () => {
    expect(await open("cut.zip", "none.txt", "no*.txt", "", "a.jsonl", "-")).toMatchObject({
      names: ["a.jsonl", "stdin"],
      failures: [
        ["cut.zip", "import.unreadable"],
        ["none.txt", "import.not-found"],
        ["no*.txt", "import.not-found"],
        ["", "import.not-found"],
      ],
    });
  });

  it.skipIf(process.getuid?.() === 0)(
    "names the folder in a folder that may not be read, and reads the rest",
    async () => {
      const closed = ["half/in", "half/listed"].map((path) => join(folder, path));
      for (const path of closed) await mkdir(path, { recursive: true });
      for (const path of [...closed, join(folder, "half")]) await writeFile(join(path, "x.jsonl"), line);
      // Of the second the names may be read, and nothing else.
      for (const [index, path] of closed.entries()) await chmod(path, index === 0 ? 0 : 0o400);
      try {
        expect(await open("half")).toEqual({
          names: ["x.jsonl"],
          failures: [
            ["half/in", "import.unreadable"],
            ["half/listed/x.jsonl", "import.unreadable"],
          ],
          leftOut: [],
        });
      } finally {
        for (const path of closed) await chmod(path, 0o700);
      }
    },
  );
});
