import * as fc from "fast-check";
import { describe, it } from "vitest";
import { shippedGlossary } from "../../src/extraction/rules/glossary.ts";
import { ChangeBuilder } from "../../src/linking/change-builder.ts";
import { type Judgement, planCorrection, planUndo } from "../../src/linking/plan-correction.ts";
import type { Correction } from "../../src/model/claim.ts";
import { conceptId } from "../../src/model/id.ts";
import { attacks } from "../../src/model/judged-pair.ts";
import { relationKinds } from "../../src/model/relation.ts";
import { relinkConcepts } from "../../src/pipeline.ts";
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

  it("of concepts are the same before more is mapped and after it, in any order, and leave no trace", {
    timeout: 120_000,
  }, async () => {
    const words = ["unsafe", "dam", "valley", "floods", "stone", "peat", "spring", "repairs"];
    const sayings = fc.uniqueArray(
      fc.record({
        verb: fc.constantFrom("rename", "join", "split", "drop"),
        name: fc.constantFrom(...words),
        label: fc.constantFrom(...words),
      }),
      { minLength: 1, maxLength: 4, selector: ({ verb, name }) => `${verb} ${name}` },
    );
    const correctionsOf = (said: readonly { verb: string; name: string; label: string }[]) =>
      said.map(({ verb, name, label }, index): Correction => {
        const saying = verb === "drop" ? { verb, name } : { verb, name, label };
        const value = JSON.stringify(verb === "join" ? { ...saying, id: conceptId(label) } : saying);
        const target = { kind: "concept", id: conceptId(name) } as const;
        return { id: `c${index}`, by: "Ann", at: null, action: "change", target, value };
      });
    const say = async (known: MemoryKnown, change: ChangeBuilder, corrections: readonly Correction[]) => {
      for await (const step of relinkConcepts(known, shippedGlossary, { change, corrections }))
        known.apply(step.change);
    };
    await fc.assert(
      fc.asyncProperty(commentLists, commentLists, sayings, async (records, more, said) => {
        const corrections = correctionsOf(said);
        const keep = () => new ChangeBuilder().add("save-corrections", ...corrections);
        const files = { "random.jsonl": jsonLines(records) };
        const moreFiles = { "more.jsonl": jsonLines(more) };
        const one = (await mapText(files, undefined, { extractor: older })).known;
        await say(one, keep(), corrections);
        await mapText(moreFiles, one, { extractor: older });
        const two = (await mapText(files, undefined, { extractor: older })).known;
        await mapText(moreFiles, two, { extractor: older });
        const before = contents(two);
        await say(two, keep(), corrections.toReversed());
        requireEqual("when it was corrected shows", contents(one), contents(two));
        await say(two, new ChangeBuilder().add("remove-corrections", ...corrections), []);
        requireEqual("what was taken back shows", before, contents(two));
      }),
      { numRuns: 25 },
    );
  });
});
