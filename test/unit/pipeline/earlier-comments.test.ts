import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Comment } from "../../../src/model/comment.ts";
import { EarlierComments } from "../../../src/pipeline/earlier-comments.ts";
import { stem, topicWeight } from "../../../src/text/frequent-words.ts";

const vocabulary = ["dike", "clay", "drought", "sluice", "osier", "heron", "weir", "sediment"];
const texts = fc.array(
  fc.subarray(vocabulary, { minLength: 2 }).map((words) => words.join(" ")),
  { minLength: 1, maxLength: 40, size: "max" },
);

/** One person's comments, c0 the oldest, and how often their timeline was read. */
function personWith(all: readonly string[]) {
  const reads = { count: 0 };
  const known = {
    async *timeline() {
      reads.count++;
      for (const [index, text] of all.entries()) yield { id: `c${index}`, text } as Comment;
    },
  };
  return { known, reads };
}

/** The same by comparing the comment with each of those before it. */
function compared(all: readonly string[], at: number, mostPages: number): readonly string[] {
  const topicsOf = (text: string) =>
    new Set(
      text
        .split(" ")
        .map(stem)
        .filter((word) => topicWeight(word) >= 0.5),
    );
  const own = topicsOf(all[at] ?? "");
  const from = Math.max(0, at - mostPages);
  const before = all.slice(from, at).map(topicsOf);
  const weightOf = (topic: string) =>
    topicWeight(topic) * Math.log(1 + before.length / before.filter((one) => one.has(topic)).length);
  return before
    .map((topics, index) => {
      const shared = [...topics].filter((topic) => own.has(topic));
      return {
        index,
        shared: shared.length,
        weight: shared.reduce((sum, topic) => sum + weightOf(topic), 0),
      };
    })
    .filter(({ shared }) => shared >= 3)
    .sort((a, b) => b.weight - a.weight || b.index - a.index)
    .slice(0, 3)
    .map(({ index }) => `c${from + index}`);
}

describe("what a person said before about the same things", () => {
  it("is what comparing with each comment finds, in whatever order it is asked for", async () => {
    const order = fc.array(fc.nat(39), { minLength: 1, maxLength: 12, size: "max" });
    await fc.assert(
      fc.asyncProperty(texts, order, fc.integer({ min: 1, max: 6 }), async (all, asked, mostPages) => {
        const earlier = new EarlierComments(personWith(all).known, { mostPages });
        for (const index of asked.filter((one) => one < all.length))
          expect(await earlier.of({ id: `c${index}`, authorId: "ann" }, 3)).toEqual(
            compared(all, index, mostPages),
          );
      }),
    );
  });

  it("is found for the oldest comments of a person with many, and reads them seldom", async () => {
    const all = Array.from({ length: 100 }, () => "Clay dikes, sluices and the drought.");
    const { known, reads } = personWith(all);
    const earlier = new EarlierComments(known, { mostPages: 20 });
    for (let index = 0; index < all.length; index++)
      expect(await earlier.of({ id: `c${index}`, authorId: "ann" }, 1)).toEqual(
        index === 0 ? [] : [`c${index - 1}`],
      );
    expect(reads.count).toBeLessThanOrEqual(5);
  });

  it("is found in one reading of each person's comments, however many people speak in turn", async () => {
    const { known, reads } = personWith(
      Array.from({ length: 5 }, () => "Clay dikes, sluices and the drought."),
    );
    const earlier = new EarlierComments(known);
    for (let index = 0; index < 5; index++)
      for (let person = 0; person < 40; person++)
        expect(await earlier.of({ id: `c${index}`, authorId: `p${person}` }, 1)).toEqual(
          index === 0 ? [] : [`c${index - 1}`],
        );
    expect(reads.count).toBe(40);
  });

  it("is found again where what was read had to go for what others say", async () => {
    const { known, reads } = personWith(Array.from({ length: 6000 }, () => "Clay dikes, sluices, drought."));
    const earlier = new EarlierComments(known);
    for (const person of ["ann", "bob", "cleo", "dan", "dan", "ann"])
      expect(await earlier.of({ id: "c5999", authorId: person }, 1)).toEqual(["c5998"]);
    expect(reads.count).toBe(5);
  });

  it("is nothing for a comment that is not among the person's, or has no author", async () => {
    const earlier = new EarlierComments(personWith(["Clay dikes and sluices."]).known);
    expect(await earlier.of({ id: "gone", authorId: "ann" }, 3)).toEqual([]);
    expect(await earlier.of({ id: "c0", authorId: null }, 3)).toEqual([]);
  });
});
