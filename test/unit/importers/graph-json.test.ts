import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type OutlineEvent, readOutline } from "../../../src/importers/graph-json/json-outline.ts";
import { graphJson } from "../../../src/importers/graph-json.ts";
import { graphArrays } from "../../../src/model/graph.ts";
import { importAll, memoryInput } from "../../support/inputs.ts";

const fixture = readFileSync(
  fileURLToPath(new URL("../../fixtures/importers/graph-json/input.json", import.meta.url)),
  "utf8",
);
type Graph = Record<string, Record<string, unknown>[]>;
const parsed = (): Graph => JSON.parse(fixture) as Graph;
const read = (graph: unknown, pieceBytes = 5) =>
  importAll(graphJson, memoryInput(JSON.stringify(graph), { pieceBytes, name: "g.json" }));
const codes = async (graph: unknown) =>
  (await read(graph)).diagnostics.map(({ code, place }) => [code, place]);

describe("graph-json", () => {
  it("yields every element, arrays in the order that references ask for", async () => {
    const { graph } = await read(parsed());
    const expected = Object.keys(graphArrays).flatMap((array) =>
      (parsed()[array] ?? []).map((element) => ({ array, element })),
    );
    expect(graph).toEqual(expected);
  });

  it("reads a document whose names another tool has sorted, in the same order", async () => {
    const sorted = Object.fromEntries(Object.entries(parsed()).sort(([a], [b]) => (a < b ? -1 : 1)));
    expect(Object.keys(sorted)[0]).toBe("authors");
    expect((await read(sorted)).graph).toEqual((await read(parsed())).graph);
  });

  it.each([
    ["a later version", { elenchus: 2, comments: [] }, /version 2/u],
    ["a version that is no number", { elenchus: "1", comments: [] }, /version "1"/u],
    ["no version", { comments: [] }, /does not say/u],
  ])("refuses %s before it yields anything", async (_, graph, message) => {
    await expect(read(graph)).rejects.toMatchObject({
      code: "import.version-unsupported",
      message: expect.stringMatching(message),
    });
  });

  it("refuses what is no JSON object", async () => {
    await expect(importAll(graphJson, memoryInput("[1, 2]"))).rejects.toMatchObject({
      code: "import.record-invalid",
    });
  });

  it("leaves out fields and arrays that it does not know, and notes each once", async () => {
    const graph = parsed();
    for (const author of graph.authors ?? []) author.karma = 5;
    for (const { versions } of graph.comments ?? [])
      Object.assign(Array.isArray(versions) ? versions[0] : {}, { mood: "calm" });
    const { graph: records, diagnostics } = await read({ ...graph, segments: [{ id: "s" }] });
    expect(records).toEqual((await read(parsed())).graph);
    expect(
      diagnostics.map(({ severity, code, message }) => [severity, code, message.split(" is ")[0]]),
    ).toEqual([
      ["note", "import.field-unknown", 'the array "segments"'],
      ["note", "import.field-unknown", 'the field "authors.karma"'],
      ["note", "import.field-unknown", 'the field "comments.versions.mood"'],
    ]);
  });

  it("drops a locution whose span is not as long as its words, and the relation that ends on it", async () => {
    const graph = parsed();
    const [relation] = graph.relations ?? [];
    const at = graph.locutions?.findIndex(({ id }) => id === relation?.to) ?? -1;
    Object.assign(graph.locutions?.[at] ?? {}, { span: { start: 0, end: 3 } });
    const { graph: records } = await read(graph);
    expect(records.filter(({ array }) => array === "locutions")).toHaveLength(2);
    expect(records.filter(({ array }) => array === "relations")).toHaveLength(0);
    expect(await codes(graph)).toEqual([
      ["import.span-invalid", `g.json#/locutions/${at}`],
      ["import.reference-missing", "g.json#/relations/0"],
    ]);
  });

  it("drops a quote whose words are not as long as its span, and a comment unlike its version", async () => {
    const graph = parsed();
    Object.assign(graph.quotes?.[0] ?? {}, { text: "other words" });
    Object.assign(graph.comments?.[1] ?? {}, { text: "not the text of the version" });
    expect(await codes(graph)).toEqual([
      ["import.record-invalid", "g.json#/comments/1"],
      ["import.span-invalid", "g.json#/quotes/0"],
    ]);
  });

  it("reads what stands before a place where the document is cut off, and says where that is", async () => {
    const cut = fixture.slice(0, fixture.indexOf('"relations"') + 30);
    const { graph, diagnostics } = await importAll(graphJson, memoryInput(cut, { name: "g.json" }));
    expect(graph.filter(({ array }) => array === "locutions")).toHaveLength(3);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        severity: "error",
        code: "import.record-invalid",
        place: `g.json, character ${cut.length}`,
      }),
    ]);
  });

  it("skips an element that is too long", async () => {
    const graph = parsed();
    graph.authors?.push({ id: "z", name: "x".repeat(5000) });
    const input = memoryInput(JSON.stringify(graph), { name: "g.json", pieceBytes: 100 });
    const { diagnostics } = await importAll(graphJson, input, { maxRecordBytes: 3000 });
    expect(diagnostics).toEqual([
      expect.objectContaining({ code: "import.record-too-large", place: "g.json#/authors/2" }),
    ]);
  });
});

describe("readOutline", () => {
  const outline = async (text: string, pieceLength = 1): Promise<readonly OutlineEvent[]> => {
    const chunks = async function* () {
      for (let at = 0; at < text.length; at += pieceLength) yield text.slice(at, at + pieceLength);
    };
    const events: OutlineEvent[] = [];
    for await (const event of readOutline(chunks(), { maxLength: 100, wants: () => true }))
      events.push(event);
    return events;
  };

  it("gives values and elements as they stand, brackets and quotes in strings included", async () => {
    const text = '{ "a" : 1, "b\\"": {"c":[1,"]}"]}, "d":[ 1 ,"x,\\\\\\"]", {"e":"}"},[2], true], "f":[]}';
    const expected = [
      { kind: "value", name: "a", text: "1" },
      { kind: "value", name: 'b"', text: '{"c":[1,"]}"]}' },
      { kind: "array", name: "d" },
      ...["1", '"x,\\\\\\"]"', '{"e":"}"}', "[2]", "true"].map((element, index) => ({
        kind: "element",
        name: "d",
        index,
        text: element,
        length: element.length,
      })),
      { kind: "array", name: "f" },
    ];
    for (const pieceLength of [1, 2, 3, 7, 1000]) expect(await outline(text, pieceLength)).toEqual(expected);
  });

  it.each([
    ["no object", "7", /not a JSON object/u],
    ["no colon", '{"a" 1}', /colon/u],
    ["no comma", '{"a":[1] "b":2}', /comma/u],
    ["a name without quotes", "{a:1}", /name/u],
    ["no end", '{"a":[1,', /ends before/u],
    ["something after the end", '{"a":1} x', /follows the end/u],
    ["a bracket in the wrong place", '{"a":[1}', /element/u],
  ])("says where a document breaks: %s", async (_, text, message) => {
    const problem = (await outline(text)).at(-1);
    expect(problem).toMatchObject({ kind: "problem", message: expect.stringMatching(message) });
  });
});
