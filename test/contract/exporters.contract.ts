import { describe, expect, it } from "vitest";
import type { Exporter } from "../../src/exporters/exporter.ts";
import type { GraphRecord } from "../../src/model/graph.ts";

/** Reads what every exporter promises, on a graph that uses every kind of record. */
export function exporterContract(exporter: Exporter, records: () => Promise<readonly GraphRecord[]>): void {
  describe(`exporter ${exporter.id}`, () => {
    it("names itself in words that fit a command line", () => {
      expect(exporter.id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(exporter.fileExtension).toMatch(/^[a-z0-9]+$/);
      expect(exporter.describes).not.toBe("");
    });

    it("writes the graph as its golden file has it", async () => {
      const text = await written(exporter, await records());
      await expect(text).toMatchFileSnapshot(
        `../fixtures/exporters/${exporter.id}.${exporter.fileExtension}`,
      );
    });

    it("writes the same twice, and ends the last line", async () => {
      const graph = await records();
      const text = await written(exporter, graph);
      expect(await written(exporter, graph)).toBe(text);
      expect(text.endsWith("\n")).toBe(true);
    });

    it("writes a graph without anything in it", async () => {
      expect(await written(exporter, [])).not.toBe("");
    });

    it("asks for records as it goes, and does not gather the graph first", async () => {
      const graph = await records();
      const asked: number[] = [];
      let given = 0;
      async function* many(): AsyncGenerator<GraphRecord> {
        const authors = graph.filter(({ array }) => array === "authors");
        for (let round = 0; round < 20_000; round += 1)
          for (const record of authors) {
            given += 1;
            yield record;
          }
      }
      for await (const _ of exporter.write(many())) asked.push(given);
      expect(asked.length).toBeGreaterThan(2);
      expect(asked[0]).toBeLessThan(given / 2);
    });
  });
}

/** All that an exporter writes of some records. */
export async function written(exporter: Exporter, records: readonly GraphRecord[]): Promise<string> {
  async function* stream(): AsyncGenerator<GraphRecord> {
    yield* records;
  }
  let text = "";
  for await (const piece of exporter.write(stream())) text += piece;
  return text;
}
