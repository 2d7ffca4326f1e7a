import { describe, expect, it } from "vitest";
import { topicNames } from "../../bench/eval/own/labels.ts";
import { figuresOf, measureOwn } from "../../bench/eval/own/measure-own.ts";
import { readRecorded, shortfalls } from "../../bench/eval/own/recorded.ts";
import { rules } from "../../src/extraction/registry.ts";
import { shippedGlossary } from "../../src/extraction/rules/glossary.ts";

describe("the gold set", () => {
  it("is as large as its guide says, and its readers agree", async () => {
    const { agreement, measured } = await measureAll();
    expect(measured).toHaveLength(12);
    expect(measured.flatMap(({ topic }) => topic.posts).length).toBeGreaterThanOrEqual(120);
    expect(agreement.claims).toBeGreaterThan(0.9);
    expect(agreement.pairs).toBeGreaterThan(0.75);
  });

  it("finds claims and relations as well as recorded, within the interval", async () => {
    const { sum } = await measureAll();
    expect(shortfalls(sum.ours, await readRecorded())).toEqual([]);
  });

  it("draws more right pairs of posts than joining neighbours does", async () => {
    const { sum } = await measureAll();
    expect(sum.ours.postPairs.f1).toBeGreaterThan(sum.baseline.postPairs.f1);
  });
});

let all: Promise<Measured> | null = null;

type Measured = ReturnType<typeof figuresOf> & { readonly measured: Awaited<ReturnType<typeof measureOwn>> };

/** The figures of all topics, mapped once for all tests. */
function measureAll(): Promise<Measured> {
  all ??= (async () => {
    const extractor = await rules({ glossary: shippedGlossary });
    const measured = await measureOwn(await topicNames(), extractor);
    return { ...figuresOf(measured), measured };
  })();
  return all;
}
