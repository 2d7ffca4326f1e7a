import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownWordsIn } from "../../../src/extraction/rules/relations/own-words.ts";
import { statementsMeant } from "../../../src/extraction/rules/relations/statements-meant.ts";
import { targetsNear } from "../../../src/extraction/rules/relations/targets.ts";
import { type Unit, unitsOf } from "../../../src/extraction/rules/relations/units.ts";
import { topicWeight } from "../../../src/text/frequent-words.ts";
import { Resemblance } from "../../../src/text/resemblance.ts";
import { segmented } from "../../support/segmented.ts";

/** Every segment of a text as a statement. */
function unitsIn(text: string, id = "forum:1"): readonly Unit[] {
  const comment = segmented(text, { id });
  return unitsOf(
    comment,
    comment.segments.map(({ span }) => ({ span, leadIn: null, quoteId: null })),
  );
}

const words = ["ferry", "harbour", "tide", "pier", "lantern", "gull", "cannery", "mast", "the", "is", "late"];
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 })
  .map((chosen) => `So ${chosen.join(" ")}.`);

/** The same as all statements tell that are looked at one by one. */
function nearest(passage: readonly Unit[], all: readonly Unit[], resemblance: Resemblance): readonly Unit[] {
  const held = new Set(passage.flatMap(({ profile }) => [...profile.counts.keys()]));
  const weightOf = ({ index, profile }: Unit): number =>
    index === 0
      ? Number.MAX_VALUE
      : [...profile.counts.keys()].reduce(
          (sum, word) => sum + (held.has(word) && topicWeight(word) >= 0.5 ? resemblance.weight(word) : 0),
          0,
        );
  const chosen = new Set(all.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, 40));
  return all.filter((unit) => chosen.has(unit));
}

describe("the statements that an answer is held against", () => {
  it("are the first and those with most topic words in common, of those that count, in reading order", () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 30, maxLength: 120 }),
        sentence,
        fc.array(fc.nat({ max: 119 }), { maxLength: 30 }),
        (said, answer, left) => {
          const all = unitsIn(said.join(" "));
          const passage = unitsIn(answer, "forum:2");
          const resemblance = new Resemblance([...all, ...passage].map(({ profile }) => profile));
          const without = new Set(left.flatMap((at) => all[at] ?? []));
          const counting = all.filter((unit) => !without.has(unit));
          expect(targetsNear(passage, all, resemblance, without)).toEqual(
            nearest(passage, counting, resemblance),
          );
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("what a statement names of another comment", () => {
  const naming = [
    'Your point 2 is fair, and "the far pier" too.',
    "My second point stands.",
    "On (b), no.",
    'You said "rotten tide".',
    "Your last sentence and your first example are odd.",
    "Your point about the ferry is fair.",
  ];
  it("is what looking at all of its statements tells", () => {
    const above = unitsIn(
      "The ferry is late. We list (a) tides and (b) gulls.\n\n1. The far pier is long.\n2. For example, the rotten tide is low.",
    );
    for (const unit of unitsIn(naming.join(" "), "forum:2"))
      expect(ownWordsIn(above).said.meantBy(unit)).toEqual(statementsMeant(unit, above));
  });
});
