import { describe, expect, it } from "vitest";
import { importers, rankImporters } from "../../../src/importers/detect.ts";
import { headerExample, readHeaderLine } from "../../../src/importers/threads/header-line.ts";
import { detectImporter } from "../../support/detect-importer.ts";
import { memoryInput } from "../../support/inputs.ts";

const detect = async (content: string, name = "file", from: string | null = null): Promise<string> =>
  (await detectImporter(memoryInput(content, { name, pieceBytes: 10_000 }), from)).id;

describe("the format of a file", () => {
  it.each([
    ["a record a line", '{"id":"1","text":"a"}\n{"id":"2","text":"b"}', "x", "jsonl"],
    ["a broken first line", '{"id":"1","text":"a"\n{"id":"2","text":"b"}', "x", "jsonl"],
    ["a first line longer than the head", `{"id":"1","text":"${"a".repeat(100_000)}"}`, "x", "jsonl"],
    ["a name, where the content says little", '{"foo":1}\n{"id":"2","text":"b"}', "x.jsonl", "jsonl"],
    ["our graph", '{"elenchus":1,"comments":[{"id":"1","text":"a"}]}', "x.jsonl", "graph-json"],
    ["our graph with names sorted by another tool", '{\n "authors": [],\n "elenchus": 1}', "x", "graph-json"],
    ["a profile page", "Ann Bee\n\nBio.\n\nComments\n\nI think so.\n", "x", "profile-dump"],
    [
      "paragraphs of plain words",
      "I think that is wrong.\n\nYes, because of this and that.\n",
      "x",
      "profile-dump",
    ],
  ])("knows %s", async (_, content, name, id) => {
    expect(await detect(content, name)).toBe(id);
  });

  it("takes the format that is named, whatever the content", async () => {
    expect(await detect('{"id":"1","text":"a"}', "x", "profile-dump")).toBe("profile-dump");
  });

  it.each([
    ["code", "function f() {\n  return 1;\n}\n\nlet x = f();\n"],
    ["settings", '{\n  "name": "app",\n  "version": "1.0.0",\n  "files": ["a"]\n}\n'],
    ["a list of numbers", "[1, 2, 3]"],
  ])("refuses %s, says what was looked at, and lists the formats", async (_, content) => {
    const error: unknown = await detect(content, "what.dat").catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: "import.format-unknown",
      message: expect.stringMatching(/^what\.dat: .*\d+ characters.*begins/u),
      hint: expect.stringContaining(`--from, one of: ${importers.map(({ id }) => id).join(", ")}.`),
    });
  });

  it("shows with the refusal of a text how to mark the comments of a thread", async () => {
    const hint = expect.stringContaining(`\`${headerExample}\``);
    await expect(detect("x = 1;\ny = 2;\n", "what.dat")).rejects.toMatchObject({ hint });
    await expect(detect("[1, 2, 3]", "what.dat")).rejects.not.toMatchObject({ hint });
    expect(readHeaderLine(headerExample)).toMatchObject({ name: "Ada", number: "1" });
  });

  it("refuses a format that does not exist", async () => {
    await expect(detect("x", "x", "xml")).rejects.toMatchObject({
      code: "import.format-unknown",
      message: expect.stringContaining('"xml"'),
    });
  });
});

describe("rankImporters", () => {
  it("puts the surest first, and equals in the order of the registry", async () => {
    const guesses = await rankImporters(
      memoryInput("I think that is wrong.\n\nYes, because of this.\n", { name: "x", pieceBytes: 1000 }),
    );
    expect(guesses.length).toBeGreaterThan(0);
    const order = importers.map(({ id }) => id);
    for (const [index, { importer, certainty }] of guesses.entries()) {
      const before = guesses[index - 1];
      if (before === undefined) continue;
      expect(before.certainty).toBeGreaterThanOrEqual(certainty);
      if (before.certainty === certainty)
        expect(order.indexOf(before.importer.id)).toBeLessThan(order.indexOf(importer.id));
    }
  });
});
