import { describe, expect, it } from "vitest";
import { detectImporter } from "../../../src/importers/detect.ts";
import { memoryInput } from "../../support/inputs.ts";

const detect = async (content: string, name = "file", from: string | null = null): Promise<string> =>
  (await detectImporter(memoryInput(content, { name, pieceBytes: 10_000 }), from)).id;

describe("detectImporter", () => {
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
    ["a table", "id,text\n1,hello\n2,world\n"],
    ["markup", "<html><body><p>Hello there.</p></body></html>"],
    ["a JSON list", '[{"id":"1","text":"a"}]'],
    ["code", "function f() {\n  return 1;\n}\n\nlet x = f();\n"],
  ])("refuses %s and lists the formats", async (_, content) => {
    await expect(detect(content, "what.dat")).rejects.toMatchObject({
      code: "import.format-unknown",
      message: expect.stringContaining("what.dat"),
      hint: expect.stringMatching(/--from.*graph-json, jsonl, profile-dump/u),
    });
  });

  it("refuses a format that does not exist", async () => {
    await expect(detect("x", "x", "xml")).rejects.toMatchObject({
      code: "import.format-unknown",
      message: expect.stringContaining('"xml"'),
    });
  });
});
