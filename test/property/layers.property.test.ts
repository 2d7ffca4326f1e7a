import * as fc from "fast-check";
import { describe, it } from "vitest";
import { fakeExtractor } from "../support/fake-extractor.ts";
import { jsonLines, mapText } from "../support/map-text.ts";
import type { MemoryKnown } from "../support/memory-known.ts";

const sentences = [
  "The dam is unsafe for the whole valley.",
  "Nobody looked after the old stone dam.",
  "Floods are rare here, and always were.",
  "I disagree.",
  "The valley should be left as it is.",
  "Peat holds more water than any dam can.",
  "> Floods are rare here, and always were.\n\n",
  "There are two reasons:\n\n- the dam leaks in every spring\n- nobody pays for the repairs\n\n",
];
const forwards = fc
  .array(
    fc.record({
      text: fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 6 }),
      parent: fc.nat(),
      author: fc.constantFrom("Ann", "Bo", "Cy"),
      by: fc.constantFrom("Ann", "Bo", "Cy", null),
      quote: fc.constantFrom(null, "unsafe for the whole valley", "rare here, and always were"),
      sign: fc.constantFrom(-1, 1),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((list) =>
    list.map(({ text, parent, author, by, quote, sign }, index) => ({
      id: String(index),
      parentId: index === 0 || parent % 4 === 0 ? null : String(parent % index),
      author,
      markup: "md",
      text: text.join(" "),
      ...(by !== null && { reactions: [{ by, kind: "agree", quote, sign }] }),
    })),
  );

/** In either order, but in no ring: there what is seen of an answer depends on what was read before. */
const comments = fc
  .tuple(forwards, fc.boolean())
  .map(([list, isTurned]) => (isTurned ? list.toReversed() : list));

/** Everything that is stored but which layer was used last, as one string. */
function contents(known: MemoryKnown): string {
  const maps = [
    known.claimMap,
    known.locutionMap,
    known.relationMap,
    known.stanceMap,
    known.termMap,
    known.extractedMap,
    known.conceptMap,
    known.mentionMap,
    known.aboutMap,
    known.quoteMap,
  ];
  const sorted = (map: ReadonlyMap<string, unknown>) =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, ordered(value)]);
  return JSON.stringify([...maps.map(sorted), [...known.layerMap.keys()].sort()], null, 1);
}

/** A value whose fields stand in one order. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, ordered(one)]),
  );
}

function requireEqual(what: string, one: string, other: string): void {
  if (one === other) return;
  const [a, b] = [one.split("\n"), other.split("\n")];
  const at = a.findIndex((line, index) => line !== b[index]);
  throw new Error(
    `${what}\n${a.slice(at - 8, at + 6).join("\n")}\n--- but ---\n${b.slice(at - 8, at + 6).join("\n")}`,
  );
}

const [rules, llm] = [fakeExtractor("rules"), fakeExtractor("llm")];

describe("two layers in one store", () => {
  it("are the same whichever was mapped first, and mapping again changes nothing", {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(comments, async (records) => {
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

  it("keep what one found when the other reads anew, and end as if it had read so at first", {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(comments, async (records) => {
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
