import * as fc from "fast-check";
import { describe, it } from "vitest";
import { contents, requireEqual } from "../support/contents.ts";
import { fakeExtractor } from "../support/fake-extractor.ts";
import { jsonLines, mapText } from "../support/map-text.ts";
import { commentLists } from "../support/random-comments.ts";

const [rules, llm] = [fakeExtractor("rules"), fakeExtractor("llm")];

describe("two layers in one store", () => {
  it("are the same whichever was mapped first, and mapping again changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(commentLists, async (records) => {
        const files = { "random.jsonl": jsonLines(records) };
        const one = await mapText(files, undefined, { extractor: rules });
        await mapText(files, one.known, { extractor: llm });
        const other = await mapText(files, undefined, { extractor: llm });
        await mapText(files, other.known, { extractor: rules });
        requireEqual("the order of mapping shows", contents(one.known), contents(other.known));
        const again = await mapText(files, one.known, { extractor: llm });
        if (again.changes.length > 0)
          throw new Error(`mapping again changed ${JSON.stringify(again.changes).slice(0, 400)}`);
      }),
      { numRuns: 60 },
    );
  });

  it("keep what one found when the other reads anew, and end as if it had read so at first", async () => {
    await fc.assert(
      fc.asyncProperty(commentLists, async (records) => {
        const files = { "random.jsonl": jsonLines(records) };
        const newer = fakeExtractor("rules", "2");
        const { known } = await mapText(files, undefined, { extractor: rules });
        await mapText(files, known, { extractor: llm });
        const before = [...known.relationMap.values()].filter(({ extractor }) => extractor === "llm");
        await mapText(files, known, { extractor: newer });
        const lost = before.filter(({ id }) => !known.relationMap.has(id));
        if (lost.length > 0) throw new Error(`${lost.length} relations of the other layer are gone`);
        const fresh = await mapText(files, undefined, { extractor: newer });
        await mapText(files, fresh.known, { extractor: llm });
        requireEqual("the older reading shows", contents(known), contents(fresh.known));
      }),
      { numRuns: 40 },
    );
  });
});
