import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { shippedGlossary } from "../../src/extraction/rules/glossary.ts";
import { ExtractionPool } from "../../src/extraction/workers/extraction-pool.ts";
import { jsonLines, type MappedText, mapText } from "../support/map-text.ts";

const sentences = [
  "I disagree with that.",
  "The dam is unsafe, because nobody looked after it.",
  "The dam is safe.",
  "However, floods are rare in this valley.",
  "You are right that my father's mill stood there.",
  "First, it leaks. Second, the concrete is old.",
  "If it rains in spring, the lower meadow is under water.",
  "Ich glaube nicht, dass das eine gute Idee ist, weil der Damm nicht dicht ist.",
  "Why should we pay for it?",
  "I see two problems:\n\n- the wall is thin\n- the gate does not close",
  "That is just what I said about the gate.",
  "RL agents hack rewards, but people notice.",
];

/** Replies that lie deep or beside each other, and quote what is above them, elsewhere, or comes only later. */
const thread = fc
  .array(
    fc.record({
      words: fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 5 }),
      above: fc.nat({ max: 3 }),
      quoted: fc.option(fc.record({ comment: fc.nat(), words: fc.nat() }), { freq: 3 }),
      author: fc.constantFrom("Ann", "Bo", "Cy"),
    }),
    { minLength: 20, maxLength: 60 },
  )
  .map((list) =>
    list.map(({ words, above, quoted, author }, index) => {
      const other = list[(quoted?.comment ?? 0) % list.length]?.words ?? [];
      const quote = quoted === null ? "" : `> ${other[quoted.words % other.length]?.split("\n")[0]}\n\n`;
      return {
        id: String(index),
        parentId: index === 0 || above === 3 ? null : String(Math.max(0, index - 1 - above)),
        text: quote + words.join(" "),
        markup: "md",
        author,
      };
    }),
  );

describe("with any number of threads", () => {
  const pools = [2, 5].map(
    (count) => new ExtractionPool({ extractor: "rules", glossary: shippedGlossary }, count),
  );
  beforeAll(async () => {
    for (const pool of pools) await pool.start();
  }, 120_000);
  afterAll(async () => {
    for (const pool of pools) await pool.close();
  });

  /** Maps once in this thread and once with each number of threads, and compares all that was written. */
  async function compare(files: Readonly<Record<string, string>>): Promise<MappedText> {
    const alone = await mapText(files);
    for (const pool of pools) {
      const { changes, diagnostics } = await mapText(files, undefined, { pool });
      expect(JSON.stringify(changes)).toBe(JSON.stringify(alone.changes));
      expect(diagnostics).toEqual(alone.diagnostics);
    }
    return alone;
  }

  it("the example is the same map", async () => {
    const asked = pools.map((pool) => vi.spyOn(pool, "extract"));
    const { known } = await compare({
      "debate.jsonl": readFileSync(new URL("../../examples/debate.jsonl", import.meta.url), "utf8"),
    });
    expect(known.relationMap.size).toBeGreaterThan(10);
    for (const one of asked) expect(one).toHaveBeenCalledTimes(known.commentMap.size);
  });

  it("any threads are the same map", async () => {
    await fc.assert(
      fc.asyncProperty(thread, async (records) => {
        await compare({ "dam.jsonl": jsonLines(records) });
      }),
      { numRuns: 12, seed: 20_260_101 },
    );
  }, 240_000);
});
