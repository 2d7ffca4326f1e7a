import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { graphSchema, schemaPath } from "../../../bench/graph-schema.ts";
import { json } from "../../../src/exporters/json.ts";
import { type GraphArrayName, type GraphRecord, graphArrays } from "../../../src/model/graph.ts";
import { written } from "../../contract/exporters.contract.ts";

const golden = readFileSync(
  fileURLToPath(new URL("../../fixtures/exporters/json.json", import.meta.url)),
  "utf8",
);

/** The records of a graph JSON, read without any code of ours. */
function recordsOf(text: string): readonly GraphRecord[] {
  const document = JSON.parse(text) as Record<GraphArrayName, readonly object[]>;
  return (Object.keys(graphArrays) as readonly GraphArrayName[]).flatMap((array) =>
    document[array].map((element) => ({ array, element }) as GraphRecord),
  );
}

describe("the graph JSON", () => {
  it("is JSON with every array in order, though some are empty", async () => {
    const document: unknown = JSON.parse(await written(json, []));
    expect(Object.keys(document as object)).toEqual(["elenchus", "generator", ...Object.keys(graphArrays)]);
    expect(document).toMatchObject({ elenchus: 1, generator: "elenchus", sources: [], corrections: [] });
  });

  it("has one element a line, so that a comparison shows what changed", () => {
    const elements = golden.split("\n").filter((line) => line.startsWith('{"'));
    expect(elements).toHaveLength(recordsOf(golden).length);
    for (const line of elements) expect(() => JSON.parse(line.replace(/,$/, ""))).not.toThrow();
  });

  it("writes what it reads back, byte for byte, whatever the order of the keys", async () => {
    const turned = recordsOf(golden).map(
      ({ array, element }) =>
        ({ array, element: Object.fromEntries(Object.entries(element).reverse()) }) as unknown as GraphRecord,
    );
    expect(await written(json, turned)).toBe(golden);
  });

  it("refuses arrays that come out of order: a reader could not apply them as they come", async () => {
    const [first, ...rest] = recordsOf(golden);
    if (first === undefined) throw new Error("the golden graph is empty");
    await expect(written(json, [...rest, first])).rejects.toThrow("comes after");
  });
});

describe("docs/graph.schema.json", () => {
  it("is what the code reads and writes (npm run bench graph-schema)", () => {
    expect(readFileSync(schemaPath, "utf8")).toBe(graphSchema());
  });
});
