import * as fc from "fast-check";
import { describe, it } from "vitest";
import { ChangeBuilder } from "../../src/linking/change-builder.ts";
import { type Judgement, planCorrection, planUndo } from "../../src/linking/plan-correction.ts";
import { attacks } from "../../src/model/judged-pair.ts";
import { relationKinds } from "../../src/model/relation.ts";
import { contents, requireEqual } from "../support/contents.ts";
import { fakeExtractor } from "../support/fake-extractor.ts";
import { jsonLines, mapText } from "../support/map-text.ts";
import type { MemoryKnown } from "../support/memory-known.ts";
import { commentLists } from "../support/random-comments.ts";

/** What a person says of two stretches of words, which are chosen by number among those that are there. */
const sayings = fc.array(
  fc.record({
    from: fc.nat(),
    to: fc.nat(),
    action: fc.constantFrom("accept", "reject", "change", "change"),
    kind: fc.constantFrom(...relationKinds),
    attack: fc.constantFrom(...attacks),
  }),
  { minLength: 1, maxLength: 5 },
);
type Saying = (typeof sayings extends fc.Arbitrary<infer All> ? All : never) extends readonly (infer One)[]
  ? One
  : never;

/** The judgements of words that stand in `among`: the same for the same words, whatever else is there. */
function judgementsOf(sayings: readonly Saying[], among: readonly string[]): readonly Judgement[] {
  return sayings.flatMap(({ from: first, to: second, action, kind, attack }) => {
    const [from, to] = [among[first % among.length], among[second % among.length]];
    if (from === undefined || to === undefined || from === to) return [];
    const says = action === "change" ? { kind, attack: kind === "disagrees-with" ? attack : null } : null;
    return [{ kind: "relation", id: null, pair: { from, to, says }, action } as const];
  });
}

async function judge(known: MemoryKnown, judgements: readonly Judgement[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const judgement of judgements) {
    const change = new ChangeBuilder();
    ids.push((await planCorrection(known, judgement, "Ann", change)).id);
    known.apply(change.build());
  }
  return ids;
}

const locutionsOf = ({ locutionMap }: MemoryKnown): readonly string[] => [...locutionMap.keys()].sort();
const [older, newer, other] = [fakeExtractor("rules"), fakeExtractor("rules", "2"), fakeExtractor("llm")];

describe("corrections", () => {
  it("are the same before a new extraction and after it, in one layer and in two", {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(commentLists, sayings, fc.boolean(), async (records, said, hasTwo) => {
        const files = { "random.jsonl": jsonLines(records) };
        const start = async () => {
          const { known } = await mapText(files, undefined, { extractor: hasTwo ? other : older });
          if (hasTwo) await mapText(files, known, { extractor: older });
          return known;
        };
        const [before, after] = [await start(), await start()];
        await mapText(files, after, { extractor: newer });
        const both = new Set(locutionsOf(after));
        const judgements = judgementsOf(
          said,
          locutionsOf(before).filter((id) => both.has(id)),
        );
        await judge(before, judgements);
        await mapText(files, before, { extractor: newer });
        await judge(after, judgements);
        requireEqual("when it was corrected shows", contents(before), contents(after));
        const again = await mapText(files, before, { extractor: newer });
        if (again.changes.length > 0)
          throw new Error(`mapping again changed ${JSON.stringify(again.changes).slice(0, 400)}`);
      }),
      { numRuns: 40 },
    );
  });

  it("are taken back without a trace, and saying the same twice is saying it once", {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(commentLists, sayings, async (records, said) => {
        const { known } = await mapText({ "random.jsonl": jsonLines(records) }, undefined, {
          extractor: older,
        });
        const before = contents(known);
        const judgements = judgementsOf(said, locutionsOf(known));
        await judge(known, judgements);
        const once = contents(known);
        const ids = await judge(known, judgements);
        requireEqual("saying it twice shows", once, contents(known));
        for (const id of ids) {
          const change = new ChangeBuilder();
          await planUndo(known, id, change);
          known.apply(change.build());
        }
        requireEqual("what was taken back shows", before, contents(known));
      }),
      { numRuns: 40 },
    );
  });
});
