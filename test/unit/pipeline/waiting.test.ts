import { describe, expect, it } from "vitest";
import type { Extractor } from "../../../src/extraction/extractor.ts";
import { type ExtractionContext, nothingFound } from "../../../src/model/extraction.ts";
import type { SegmentedComment } from "../../../src/model/segment.ts";
import { jsonLines, mapText } from "../../support/map-text.ts";

const comment = (id: string, day: number, text: string) => ({
  id,
  threadId: id,
  author: "Ann",
  createdAt: `2024-01-0${day}T00:00:00Z`,
  text,
});

const three = jsonLines([
  comment("dikes", 1, "Clay dikes fail when drought opens cracks under the grass."),
  comment("bread", 2, "Sourdough wants a warm kitchen and patience."),
  comment("again", 3, "After a drought the clay cracks, and dikes should be inspected before winter."),
]);

/** An extractor that makes the first sentence of a comment a claim, and notes what it is shown. */
class Witness implements Extractor {
  readonly id = "witness";
  readonly version = "1";
  readonly earlierComments = 2;
  readonly log: string[] = [];
  readonly contexts = new Map<string, ExtractionContext>();
  readonly unanswered = new Set<string>();

  async *prepare(waiting: Parameters<NonNullable<Extractor["prepare"]>>[0]) {
    let done = 0;
    for await (const { comment } of waiting) {
      this.log.push(`prepare ${comment.id}`);
      yield ++done;
    }
  }

  async extract({ id, segments }: SegmentedComment, context: ExtractionContext) {
    this.log.push(`extract ${id}`);
    this.contexts.set(id, context);
    const isWaiting = this.unanswered.has(id);
    const first = segments[0];
    return {
      ...nothingFound,
      language: "en",
      statements: first ? [{ span: first.span, leadIn: first.leadIn, quoteId: null }] : [],
      isWaiting,
    };
  }
}

describe("an extractor that works ahead", () => {
  it("sees all that waits before any of it is extracted", async () => {
    const extractor = new Witness();
    await mapText({ "lake.jsonl": three }, undefined, { extractor });
    const ids = ["dikes", "bread", "again"].map((id) => `lake.jsonl:${id}`);
    expect(extractor.log.slice(0, 3)).toEqual(ids.map((id) => `prepare ${id}`));
    expect(extractor.log.slice(3)).toEqual(ids.map((id) => `extract ${id}`));
  });

  it("is shown what the author said before about the same things, extracted already", async () => {
    const extractor = new Witness();
    await mapText({ "lake.jsonl": three }, undefined, { extractor });
    const earlier = extractor.contexts.get("lake.jsonl:again")?.earlier ?? [];
    expect(earlier.map(({ id, statements }) => [id, statements.length])).toEqual([["lake.jsonl:dikes", 1]]);
    expect(extractor.contexts.get("lake.jsonl:dikes")?.earlier).toEqual([]);
  });

  it("leaves a comment as it was while it has no answer for it, and takes it up in a later run", async () => {
    const extractor = new Witness();
    extractor.unanswered.add("lake.jsonl:bread");
    const { known } = await mapText({ "lake.jsonl": three }, undefined, { extractor });
    expect([...known.extractedMap.keys()].sort()).toEqual(["lake.jsonl:again", "lake.jsonl:dikes"]);
    extractor.unanswered.clear();
    extractor.log.length = 0;
    await mapText({ "lake.jsonl": three }, known, { extractor });
    expect(extractor.log).toEqual(["prepare lake.jsonl:bread", "extract lake.jsonl:bread"]);
    expect(known.locutionMap.size).toBe(3);
  });

  it("is not asked about an argument map if it passes over those, and the map waits no more", async () => {
    const extractor = Object.assign(new Witness(), { passesOverMaps: true });
    const map =
      "[Dikes]: Clay dikes fail in a drought.\n  - [Grass]: Grass keeps the clay moist and the dike safe.\n";
    const { known } = await mapText({ "lake.argdown": map }, undefined, { extractor });
    expect(known.claimMap.size).toBe(2);
    expect(extractor.log).toEqual([]);
    expect(known.extractedMap.size).toBe(known.commentMap.size);
  });
});
