import { describe, expect, it } from "vitest";
import { graphJson } from "../../../src/importers/graph-json.ts";
import type { Importer, Input } from "../../../src/importers/importer.ts";
import { jsonl } from "../../../src/importers/jsonl.ts";
import type { ImportRecord } from "../../../src/model/draft.ts";
import { detectImporter } from "../../support/detect-importer.ts";
import { importOptions, repeatedInput } from "../../support/inputs.ts";

const megabyte = 1024 * 1024;

/** Reads an input without keeping records and returns how many there were and by how much memory grew at most. */
async function readThrough(importer: Importer, input: Input) {
  const memory = (): number => {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = memory();
  const kinds = new Map<string, number>();
  let growth = 0;
  let records = 0;
  const last: ImportRecord[] = [];
  for await (const record of importer.read(input, importOptions)) {
    kinds.set(record.kind, (kinds.get(record.kind) ?? 0) + 1);
    last[0] = record;
    if (records++ % 500 === 0) growth = Math.max(growth, memory() - before);
  }
  return { kinds, growth: Math.max(growth, memory() - before), last: last[0] };
}

describe("memory while importing", () => {
  it("does not grow with one line of 200 MB, which is skipped with its place", async () => {
    const input = repeatedInput("x".repeat(64 * 1024), 3200, {
      before: '{"id":"1","text":"a"}\n{"id":"2","text":"',
      after: '"}\n{"id":"3","text":"c"}\n',
      name: "long.jsonl",
    });
    expect(input.bytes).toBeGreaterThan(200 * megabyte);
    expect((await detectImporter(input, null)).id).toBe("jsonl");
    const { kinds, growth, last } = await readThrough(jsonl, input);
    expect(kinds).toEqual(
      new Map([
        ["comment", 2],
        ["diagnostic", 1],
      ]),
    );
    expect(last).toMatchObject({ comment: { id: "site:3" } });
    expect(growth).toBeLessThan(64 * megabyte);
  });

  it("refuses a plain text of one 200 MB line without holding it", async () => {
    const input = repeatedInput("words and words. ".repeat(4096), 3000, { name: "long.txt" });
    const importer = await detectImporter(input, null);
    const before = process.memoryUsage().heapUsed;
    await expect(readThrough(importer, input)).rejects.toMatchObject({ code: "import.record-too-large" });
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(128 * megabyte);
  });

  it("stays flat when a stream of comments is a hundred times as long", async () => {
    const line = `${JSON.stringify({ id: "1", author: "Ann", text: "A claim of usual length, with a reason. ".repeat(10) })}\n`;
    await readThrough(jsonl, repeatedInput(line, 500, { name: "a.jsonl" }));
    const short = await readThrough(jsonl, repeatedInput(line, 500, { name: "a.jsonl" }));
    const long = await readThrough(jsonl, repeatedInput(line, 50_000, { name: "a.jsonl" }));
    expect(long.kinds.get("comment")).toBe(50_000);
    expect(long.growth).toBeLessThan(short.growth + 64 * megabyte);
  });

  it("stays flat over a graph that is one long line", async () => {
    const author = `{"id":"a","name":"${"Ann ".repeat(200)}"},`;
    const { kinds, growth } = await readThrough(
      graphJson,
      repeatedInput(author.repeat(10), 6000, {
        before: '{"elenchus":1,"authors":[',
        after: '{"id":"z","name":"Zoe"}]}',
      }),
    );
    expect(kinds).toEqual(new Map([["graph", 60_001]]));
    expect(growth).toBeLessThan(64 * megabyte);
  });
});
