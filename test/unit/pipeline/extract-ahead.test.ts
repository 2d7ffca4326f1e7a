import { describe, expect, it } from "vitest";
import type { Extractor } from "../../../src/extraction/extractor.ts";
import { shippedGlossary } from "../../../src/extraction/rules/glossary.ts";
import { mostTasks } from "../../../src/extraction/workers/extraction-pool.ts";
import type { ExtractionTask, SeenComment } from "../../../src/extraction/workers/extraction-task.ts";
import { type Extraction, noContext, nothingFound } from "../../../src/model/extraction.ts";
import type { ExtractionThreads } from "../../../src/pipeline/extract-ahead.ts";
import { mapInputs, type Step } from "../../../src/pipeline.ts";
import { fakeExtractor } from "../../support/fake-extractor.ts";
import { jsonLines, mapText, textInputs } from "../../support/map-text.ts";
import { MemoryKnown } from "../../support/memory-known.ts";

const found: Extraction = { ...nothingFound, language: "en" };
/** Finds nothing, so that a run takes no longer than its order. */
const blind: Extractor = { id: "blind", version: "1", extract: async () => found };

/** Threads that answer the latest question first, and only when it is all that the run waits for. */
class Backwards implements ExtractionThreads {
  readonly asked: string[] = [];
  isReady = true;
  starts = 0;
  mostWaiting = 0;
  readonly #waiting: { readonly answer: () => void }[] = [];
  readonly #result: (id: string) => Extraction;

  constructor(result: (id: string) => Extraction = () => found) {
    this.#result = result;
  }

  async start(): Promise<void> {
    this.starts++;
  }

  extract({ seen: { comment } }: ExtractionTask): Promise<Extraction> {
    this.asked.push(comment.id);
    const extraction = new Promise<Extraction>((resolve, reject) => {
      const answer = () => {
        try {
          resolve(this.#result(comment.id));
        } catch (error) {
          reject(error);
        }
      };
      this.#waiting.push({ answer });
    });
    this.mostWaiting = Math.max(this.mostWaiting, this.#waiting.length);
    setTimeout(() => this.#waiting.pop()?.answer(), 1);
    return extraction;
  }

  send(): void {}
}

/** Threads that answer once so many comments wait that they fill a message, or when all that wait are sent. */
class Gathering implements ExtractionThreads {
  readonly isReady = true;
  #waiting: (() => void)[] = [];

  async start(): Promise<void> {}

  extract(): Promise<Extraction> {
    const extraction = new Promise<Extraction>((resolve) => this.#waiting.push(() => resolve(found)));
    if (this.#waiting.length >= mostTasks) this.send();
    return extraction;
  }

  send(): void {
    for (const answer of this.#waiting) answer();
    this.#waiting = [];
  }
}

/** Ids are numbers of equal length, so that they are in order. */
const idOf = (index: number): string => String(1000 + index);

function comments(count: number) {
  const records = Array.from({ length: count }, (_, index) => ({
    id: idOf(index),
    parentId: index === 0 ? null : idOf(Math.floor(index / 2)),
    text: `Dike ${index} holds.`,
    author: "Ann",
  }));
  return { "dikes.jsonl": jsonLines(records) };
}

async function stepsOf(count: number, pool: ExtractionThreads): Promise<readonly Step[]> {
  const known = new MemoryKnown();
  const steps: Step[] = [];
  const options = { extractor: blind, glossary: shippedGlossary, pool };
  for await (const step of mapInputs(await textInputs(comments(count)), known, options)) {
    known.apply(step.change);
    steps.push(step);
  }
  return steps;
}

describe("extraction in threads", () => {
  it("is recorded in the order of the plan, whatever thread was quicker", async () => {
    const steps = await stepsOf(700, new Backwards());
    const read = steps.flatMap(({ change }) =>
      change.writes.flatMap((write) =>
        write.write === "save-extracted" ? write.rows.map(({ commentId }) => commentId) : [],
      ),
    );
    expect(read).toEqual(Array.from({ length: 700 }, (_, index) => `dikes.jsonl:${idOf(index)}`));
    expect(steps.filter(({ stage }) => stage === "extract").map(({ done }) => done)).toEqual([
      200, 400, 600, 700,
    ]);
  });

  it("is asked for only so far ahead of what is recorded", async () => {
    const pool = new Backwards();
    await stepsOf(700, pool);
    expect(pool.asked).toHaveLength(700);
    expect(pool.mostWaiting).toBeLessThanOrEqual(257);
  });

  it("starts threads for many comments and none for few", async () => {
    const [few, many] = [new Backwards(), new Backwards()];
    for (const pool of [few, many]) pool.isReady = false;
    await stepsOf(399, few);
    await stepsOf(400, many);
    expect([few.starts, many.starts]).toEqual([0, 1]);
    expect([few.asked, many.asked]).toEqual([[], []]);
  });

  it("goes on where few comments stand before a large map that the extractor passes over", async () => {
    const claims = Array.from({ length: 300 }, (_, at) => `[Dam ${at}]: Dam ${at} is unsafe.\n`).join("\n");
    const extractor = { ...blind, passesOverMaps: true };
    const files = { ...comments(3), "dams.argdown": claims };
    const { known } = await mapText(files, undefined, { extractor, pool: new Gathering() });
    expect(known.extractedMap.size).toBe(303);
  });

  it("ends the run where the comment stands in the plan that cannot be extracted", async () => {
    const broken = `dikes.jsonl:${idOf(250)}`;
    const pool = new Backwards((id) => {
      if (id === broken) throw new Error(`cannot read ${id}`);
      return found;
    });
    const known = new MemoryKnown();
    const run = async () => {
      const options = { extractor: blind, glossary: shippedGlossary, pool };
      for await (const { change } of mapInputs(await textInputs(comments(400)), known, options))
        known.apply(change);
    };
    await expect(run()).rejects.toThrow(`cannot read ${broken}`);
    expect(known.extractedMap.size).toBe(200);
  });

  it("reads comments together before this thread extracts them, as many as fill a message", async () => {
    const read: number[] = [];
    const extracted: string[] = [];
    const waiting = new Set<string>();
    const extractor: Extractor = {
      ...blind,
      readAhead: (together) => {
        read.push(together.length);
        for (const { id } of together) waiting.add(id);
      },
      extract: async ({ id }) => {
        expect(waiting.delete(id)).toBe(true);
        extracted.push(id);
        return found;
      },
    };
    await mapText(comments(300), undefined, { extractor });
    expect(extracted).toHaveLength(300);
    expect(read).toEqual([...Array.from({ length: 18 }, () => 16), 12]);
  });

  it("goes on in this thread until one is ready, with the same result", async () => {
    const extractor = fakeExtractor("fake");
    const alone = await mapText(comments(300), undefined, { extractor });
    const read = async ({ read: known, comment }: SeenComment) =>
      known ?? { ...comment, statements: (await extractor.extract(comment, noContext)).statements };
    let asked = 0;
    let isReady = false;
    const late: ExtractionThreads = {
      start: async () => {},
      get isReady() {
        return isReady;
      },
      extract: async ({ seen: { comment }, context }) => {
        asked++;
        return await extractor.extract(comment, {
          ancestors: await Promise.all(context.ancestors.map(read)),
          quoted: await Promise.all(context.quoted.map(read)),
        });
      },
      send: () => {},
    };
    const known = new MemoryKnown();
    const options = { extractor, glossary: shippedGlossary, pool: late };
    const changes: unknown[] = [];
    for await (const step of mapInputs(await textInputs(comments(300)), known, options)) {
      known.apply(step.change);
      if (step.change.writes.length > 0) changes.push(step.change);
      if (step.stage === "extract") isReady = true;
    }
    expect(asked).toBe(100);
    expect(JSON.stringify(changes)).toBe(JSON.stringify(alone.changes));
  });
});
