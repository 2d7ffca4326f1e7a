import { describe, expect, it } from "vitest";
import { answerFeatures, ownFeatures } from "../../../bench/train/pair-features.ts";
import { answerInput } from "../../../src/extraction/rules/relations/answer-input.ts";
import { answerPairs } from "../../../src/extraction/rules/relations/answer-pairs.ts";
import type { FeatureTable, Weights } from "../../../src/extraction/rules/relations/feature-table.ts";
import { ownPairs } from "../../../src/extraction/rules/relations/own-pairs.ts";
import { passagesOf } from "../../../src/extraction/rules/relations/passages.ts";
import { answerWeights, ownWeights } from "../../../src/extraction/rules/relations/relation-weights.ts";
import { scoreAnswer, scoreOwn } from "../../../src/extraction/rules/relations/score-pairs.ts";
import { traitsOf } from "../../../src/extraction/rules/relations/traits.ts";
import { unitsOf } from "../../../src/extraction/rules/relations/units.ts";
import { noContext } from "../../../src/model/extraction.ts";
import { Resemblance } from "../../../src/text/resemblance.ts";
import { segmented } from "../../support/segmented.ts";

const bridge = `The old bridge should be closed to lorries. Last year I counted 40 of them before noon, because
nobody checks. Some people say the shops would suffer. But the shops have a yard behind them! So close it, or at
least close it at night. Isn't that fair?`;
const reply = `No, I disagree. You are right that it shakes, but the yard is not wide enough for a lorry. For example,
ours got stuck there. Perhaps a lower limit would do. In other words: keep the bridge, slow them down.`;

function unitsIn(id: string, text: string) {
  const comment = segmented(text.replaceAll("\n", " "), { id });
  return unitsOf(
    comment,
    comment.segments.map(({ span }) => ({ span, leadIn: null, quoteId: null })),
  );
}

/** The weighed sum as it is defined: each feature of the table, one after the other. */
function plainSum<Thing>(table: FeatureTable<Thing>, weights: Weights, thing: Thing): number {
  return Object.entries(table).reduce(
    (sum, [name, feature]) => sum + (weights[name] ?? 0) * feature(thing),
    weights.bias ?? 0,
  );
}

describe("the scores of pairs, added up in parts", () => {
  const [earlier, later] = [unitsIn("ann", bridge), unitsIn("ben", reply)];
  const resemblance = new Resemblance([...earlier, ...later].map(({ profile }) => profile));

  it("are the weighed sums of all features of answers", () => {
    const passage = { units: later, targets: earlier, quotes: [], isOwn: false, answered: null, aside: null };
    const pairs = [...answerPairs(passage, resemblance)];
    expect(pairs.length).toBe(earlier.length * later.length);
    for (const pair of pairs)
      expect(scoreAnswer(pair)[0]).toBeCloseTo(plainSum(answerFeatures, answerWeights.answer, pair), 10);
  });

  it("are the weighed sums of all features of statements of one comment", () => {
    const pairs = [earlier, later].flatMap((units) => ownPairs(units, resemblance));
    expect(pairs.length).toBeGreaterThan(15);
    const { reason, conclusion, development } = ownWeights;
    for (const pair of pairs)
      for (const [at, weights] of [reason, conclusion, development].entries())
        expect(scoreOwn(pair)[at]).toBeCloseTo(plainSum(ownFeatures, weights, pair), 10);
  });

  it("know what opens between two statements of one comment", () => {
    const pairs = ownPairs(earlier, resemblance);
    for (const { all, positions, concludesBetween, contrastsBetween } of pairs) {
      const between = all.slice(positions[0] + 1, positions[1]).map((unit) => traitsOf(unit).has);
      expect(concludesBetween).toBe(between.some(({ concludes }) => concludes === 1));
      expect(contrastsBetween).toBe(between.some(({ contrasts }) => contrasts === 1));
    }
    expect(pairs.some(({ contrastsBetween }) => contrastsBetween)).toBe(true);
  });

  it("join a statement with the first of its comment and those shortly before it", () => {
    const many = Array.from({ length: 12 }, (_, at) => `Bridge ${at} is old.`).join(" ");
    const pairs = ownPairs(unitsIn("ann", many), resemblance);
    expect(pairs.flatMap(({ positions: [early, late] }) => (late === 11 ? early : []))).toEqual([
      0, 5, 6, 7, 8, 9, 10,
    ]);
  });
});

describe("a long quote that is answered at length", () => {
  it("is held against the answer by the statements that share most words with it", () => {
    const quoted = Array.from({ length: 60 }, (_, at) => `Lorry ${at} is heavy.`);
    const answer = "The ferry is slow. The ferry is cheap.";
    const words = [...quoted, "The ferry is late."].join(" ");
    const cut = segmented(`${words}\n\n${answer}`, { quoted: [{ words }] });
    const answered = { start: words.length + 2, end: cut.text.length };
    const comment = { ...cut, quotes: cut.quotes.map((quote) => ({ ...quote, answer: answered })) };
    const statements = comment.segments.map(({ span, quoteId }) => ({ span, leadIn: null, quoteId }));
    const [passage] = passagesOf(answerInput(comment, statements, noContext));
    expect(passage?.targets.length).toBe(40);
    expect(passage?.targets.at(0)?.text).toBe("Lorry 0 is heavy.");
    expect(passage?.targets.at(-1)?.text).toBe("The ferry is late.");
  });
});
