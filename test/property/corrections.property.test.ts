import * as fc from "fast-check";
import { describe, it } from "vitest";
import { AppError } from "../../src/errors.ts";
import { shippedGlossary } from "../../src/extraction/rules/glossary.ts";
import { ChangeBuilder } from "../../src/linking/change-builder.ts";
import { type Judgement, planCorrection, planUndo } from "../../src/linking/plan-correction.ts";
import { planSameness } from "../../src/linking/plan-sameness.ts";
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

async function undo(known: MemoryKnown, id: string): Promise<void> {
  const change = new ChangeBuilder();
  await planUndo(known, id, change);
  known.apply(change.build());
}

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly isSame: boolean;
}

/** Those of the pairs that are of two words among so many, once for each two. */
function distinctPairs(said: readonly Pair[], count: number): readonly Pair[] {
  if (count === 0) return [];
  const pairs = new Map<string, Pair>();
  for (const one of said) {
    const ends = [one.a % count, one.b % count].sort();
    if (ends[0] !== ends[1] && !pairs.has(ends.join(" "))) pairs.set(ends.join(" "), one);
  }
  return [...pairs.values()];
}

/**
 * Says of words, by their number among those that are there, that they are one claim or are not.
 *
 * @returns what was kept: what could not be by itself is refused.
 */
async function saySame(known: MemoryKnown, said: readonly Pair[]): Promise<readonly Correction[]> {
  const words = locutionsOf(known);
  const kept: Correction[] = [];
  for (const { a, b, isSame } of said) {
    const change = new ChangeBuilder();
    const sameness = { a: words[a % words.length] ?? "", b: words[b % words.length] ?? "", isSame };
    try {
      kept.push((await planSameness(known, sameness, "Ann", change)).correction);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "linking.not-joinable") throw error;
      continue;
    }
    known.apply(change.build());
  }
  return kept;
}

/** Pairs of words by number; of no two words more than one. */
const pairs = fc.uniqueArray(
  fc.record({ a: fc.nat({ max: 7 }), b: fc.nat({ max: 7 }), isSame: fc.constantFrom(true, true, false) }),
  { minLength: 2, maxLength: 8, selector: ({ a, b }) => `${Math.min(a, b)} ${Math.max(a, b)}` },
);

const locutionsOf = ({ locutionMap }: MemoryKnown): readonly string[] => [...locutionMap.keys()].sort();
const [older, newer, other] = [fakeExtractor("rules"), fakeExtractor("rules", "2"), fakeExtractor("llm")];

describe("corrections", () => {
  it("are the same before a new extraction and after it, in one layer and in two", async () => {
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

  it("are taken back without a trace, and saying the same twice is saying it once", async () => {
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
        for (const id of ids) await undo(known, id);
        requireEqual("what was taken back shows", before, contents(known));
      }),
      { numRuns: 40 },
    );
  });

  it("that join and part claims come to the same in any order, also mapped again, and leave no trace", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(commentLists, sayings, fc.boolean()),
        pairs.chain((said) =>
          fc.tuple(...[0, 1, 2].map(() => fc.shuffledSubarray(said, { minLength: said.length }))),
        ),
        async ([records, attacks, hasTwo], [said = [], turned = [], undone = []]) => {
          const files = { "random.jsonl": jsonLines(records) };
          const judged = async () => {
            const { known } = await mapText(files, undefined, { extractor: hasTwo ? other : older });
            if (hasTwo) await mapText(files, known, { extractor: older });
            await judge(known, judgementsOf(attacks, locutionsOf(known)));
            return known;
          };
          const [one, two] = [await judged(), await judged()];
          const before = contents(one);
          const pairs = distinctPairs(said, locutionsOf(one).length);
          await saySame(one, pairs);
          await saySame(
            two,
            turned.filter((pair) => pairs.includes(pair)),
          );
          requireEqual("the order shows", contents(one), contents(two));
          const again = await mapText(files, one, { extractor: older });
          if (again.changes.length > 0)
            throw new Error(`mapping again changed ${JSON.stringify(again.changes).slice(0, 400)}`);
          const kept = await saySame(
            one,
            undone.filter((pair) => pairs.includes(pair)),
          );
          for (const { id } of kept) await undo(one, id);
          requireEqual("what was taken back shows", before, contents(one));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("that join and part claims leave no trace in a store of one layer, in whatever order they are taken back", async () => {
    await fc.assert(
      fc.asyncProperty(
        commentLists,
        sayings,
        pairs,
        fc.func(fc.nat()),
        async (records, attacks, said, rankOf) => {
          const files = { "random.jsonl": jsonLines(records) };
          const { known } = await mapText(files, undefined, { extractor: older });
          await judge(known, judgementsOf(attacks, locutionsOf(known)));
          const before = contents(known);
          const kept = await saySame(known, distinctPairs(said, locutionsOf(known).length));
          for (const { id } of kept.toSorted((a, b) => rankOf(a.id) - rankOf(b.id))) await undo(known, id);
          requireEqual("what was taken back shows", before, contents(known));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("of concepts are the same before more is mapped and after it, in any order, and leave no trace", async () => {
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
