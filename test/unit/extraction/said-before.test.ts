import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownPairs } from "../../../src/extraction/rules/relations/own-pairs.ts";
import { SaidBefore } from "../../../src/extraction/rules/relations/said-before.ts";
import { statementsMeant } from "../../../src/extraction/rules/relations/statements-meant.ts";
import { type Unit, unitsOf } from "../../../src/extraction/rules/relations/units.ts";
import { Resemblance } from "../../../src/text/resemblance.ts";
import { counting } from "../../support/counted-units.ts";
import { segmented } from "../../support/segmented.ts";

/** Every segment of a text as a statement. */
function unitsIn(text: string): readonly Unit[] {
  const comment = segmented(text);
  return unitsOf(
    comment,
    comment.segments.map(({ span }) => ({ span, leadIn: null, quoteId: null })),
  );
}

const sentences = [
  "My second point stands.",
  "On 2, the tide is late, see (b) as well.",
  "My last paragraph was unfair, and my first sentence too.",
  "My third example is odd.",
  "My last question stays open.",
  'I said "the far end of the pier" and meant it.',
  'Look at "rotten" again, and at "of the tide".',
  "As you said about the tide tables, the ferry is late.",
  "Ann's point about the rotten pier is fair.",
  "The far end of the pier is rotten.",
  "The tide tables say (a) spring and (b) winter.",
  "Is the ferry late?",
  "First, close the pier of the tide.",
  "Second, for example on Sundays, nobody rides the ferry.",
  "\n\n1. The ferry costs more than the bus.",
  "\n2. The far end of the town is dark.",
  "\n\nThe bus is late.",
];

describe("what a statement names of its own comment", () => {
  it("is what it names of the statements before it, whatever they are", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...sentences), { maxLength: 40 }), (chosen) => {
        const all = unitsIn(`So. ${chosen.join(" ")}`);
        const before = new SaidBefore(all);
        for (const [at, unit] of all.entries())
          expect(before.meantAt(at)).toEqual(statementsMeant(unit, all.slice(0, at)));
      }),
    );
  });

  it("is, of very many with one number, the first and the last ones", () => {
    const all = unitsIn(`${"1. The pier is old.\n\nIt is long.\n\n".repeat(100)}My point 1 stands.`);
    const { numbered } = new SaidBefore(all).meantAt(all.length - 1);
    expect(numbered.size).toBe(40);
    expect(numbered.has(all.find(({ mark }) => mark === "1") as Unit)).toBe(true);
    expect(numbered.has(all.findLast(({ mark }) => mark === "1") as Unit)).toBe(true);
  });
});

describe("a very long comment in which every other statement names earlier ones", () => {
  /** How often the statements of a comment are looked at while its pairs are found. */
  function looks(paragraphs: number): number {
    const text = Array.from(
      { length: paragraphs },
      (_, at) =>
        `1. Ferry ${at} waits for the tide. My point 1 about it stands, as my second sentence says. Ann's point about ferry ${at} tables is fair. I said "the tide of ${at}" and "ferry ${at} waits" once.`,
    ).join("\n\n");
    const all = unitsIn(text);
    const { counted, looks: count } = counting();
    ownPairs(all.map(counted), new Resemblance(all.map(({ profile }) => profile)));
    return count();
  }

  it("is looked at about four times as often when it is four times as long", () => {
    expect(looks(1200) / looks(300)).toBeLessThan(5);
  });
});
