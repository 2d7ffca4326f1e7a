import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ModelAnswer } from "../../../../src/extraction/llm/answer.ts";
import { questionsOf } from "../../../../src/extraction/llm/comment-question.ts";
import { readAnswer } from "../../../../src/extraction/llm/read-answer.ts";
import { lake } from "../../../support/lake.ts";

// 1 copy of 7, 2, 3, 4 quoted from nobody known, 5; 6, 7, 8 are the parent's.
const { opening, reply, thread } = lake("Not when drought cracks them. Clay cracks in every drought.");
const at = reply.text.indexOf("Clay");
const clay = { key: "clay", span: { start: at, end: at + 4 } };
const [question] = questionsOf(reply, thread, [clay], "any");

/** Reads an answer as a run does: kept first, with words in the place of the numbers of phrases. */
function readGiven(answer: ModelAnswer) {
  if (!question) throw new Error("there is no question");
  const { kind, request } = question;
  return readAnswer(question, kind.keep(answer, kind.offeredBy(request)));
}

const nothing: ModelAnswer = { claims: [], concepts: [], relations: [], same: [] };
const claim = (s: number, attribution: "own" | "quoted" | "reported" = "own") => ({
  s,
  attribution,
  leadIn: null,
});
const relation = (
  from: number,
  kind: ModelAnswer["relations"][number]["kind"],
  to: number,
  more: Partial<ModelAnswer["relations"][number]> = {},
) => ({ from, to, kind, why: "", attack: null, agrees: false, confidence: 0.8, ...more });

function read(answer: Partial<ModelAnswer>) {
  const { statements, relations, stances, terms, diagnostics } = readGiven({ ...nothing, ...answer });
  const words = ({ commentId, span }: { commentId: string; span: { start: number; end: number } }) =>
    (commentId === opening.id ? opening : reply).text.slice(span.start, span.end);
  return {
    claims: statements.map(({ span }) => words({ commentId: reply.id, span })),
    relations: relations.map(({ from, kind, to }) => `${words(from)} ${kind} ${words(to)}`),
    stances: stances.map(({ stance, toward }) => `${stance} ${words(toward)}`),
    terms,
    statements,
    first: relations[0],
    problems: diagnostics.map(({ message }) => message),
  };
}

describe("an answer of a model", () => {
  it("makes claims of own sentences and of quotes, and none of copies and reports", () => {
    const found = read({ claims: [claim(1), claim(2), claim(3, "reported"), claim(4, "quoted")] });
    expect(found.claims).toEqual(["Not when drought cracks them.", "“Sand is for children.”"]);
    expect(found.statements[1]?.quoteId).toBe(reply.quotes[1]?.id);
    expect(found.problems).toEqual([]);
  });

  it("makes a claim of what a relation ends on", () => {
    const found = read({ relations: [relation(3, "supports", 2)] });
    expect(found.claims).toEqual(["Not when drought cracks them.", "Clay cracks in every drought."]);
    expect(found.relations).toEqual(["Clay cracks in every drought. supports Not when drought cracks them."]);
  });

  it("draws a relation to a copy to the words that were copied", () => {
    const { relations, first } = read({ relations: [relation(2, "disagrees-with", 1)] });
    expect(relations).toEqual(["Not when drought cracks them. disagrees-with They last for centuries."]);
    expect(first).toMatchObject({ to: { commentId: "lake:1" }, attack: "rebut", confidence: 0.96 });
  });

  it("takes agreement for a stance of the author", () => {
    const found = read({ relations: [relation(2, "responds-to", 8, { agrees: true })] });
    expect(found.stances).toEqual(["for Grass keeps them dry."]);
  });

  it("draws the same claim as agreement with another's words, and as a refinement of one's own", () => {
    const found = read({
      same: [
        { a: 8, b: 2, why: "" },
        { a: 2, b: 3, why: "" },
        { a: 1, b: 5, why: "" },
        { a: 5, b: 50, why: "" },
      ],
    });
    expect(found.relations).toEqual([
      "Not when drought cracks them. responds-to Grass keeps them dry.",
      "Clay cracks in every drought. refines Not when drought cracks them.",
      "I never said so. responds-to They last for centuries.",
    ]);
    expect(found.stances).toEqual(["for Grass keeps them dry.", "for They last for centuries."]);
    expect(found.first).toMatchObject({ method: "model-same", confidence: 0.6 });
    expect(found.problems).toEqual([expect.stringContaining("a number is not of the request")]);
  });

  it("puts all phrases of a concept under the longest", () => {
    expect(read({ concepts: [[1]] }).terms).toEqual([clay]);
    expect(read({ concepts: [[1, 9]] })).toMatchObject({
      terms: [clay],
      problems: [expect.stringContaining("of no term")],
    });
  });

  it.each([
    ["a number that was not shown", relation(2, "disagrees-with", 99), "a number is not of the request"],
    ["another person's words refined", relation(2, "refines", 6), "refines joins words of one person"],
    ["support across people", relation(2, "supports", 6), "supports joins words of one person"],
    ["an answer to oneself", relation(3, "responds-to", 2), "nobody responds to themselves"],
    ["what is said later", relation(2, "refines", 3), "it runs to something said later"],
    ["words of the context", relation(6, "refines", 7), "it does not begin with the comment's own words"],
    ["a sentence to itself", relation(2, "supports", 2), "it joins a sentence to itself"],
  ])("leaves out %s and uses the rest", (_, wrong, problem) => {
    const found = read({ relations: [wrong, relation(2, "disagrees-with", 7)] });
    expect(found.relations).toEqual([
      "Not when drought cracks them. disagrees-with They last for centuries.",
    ]);
    expect(found.problems).toEqual([expect.stringContaining(problem)]);
  });

  it("never reaches beyond the comment, whatever its numbers", () => {
    const number = fc.integer({ min: -2, max: 12 });
    const answer = fc.record({
      claims: fc.array(
        fc.record({
          s: number,
          attribution: fc.constantFrom("own" as const, "quoted" as const, "reported" as const),
          leadIn: fc.option(number),
        }),
      ),
      concepts: fc.array(fc.array(number)),
      relations: fc.array(
        fc.record({
          from: number,
          to: number,
          why: fc.string(),
          kind: fc.constantFrom("disagrees-with", "refines", "responds-to", "supports"),
          attack: fc.option(fc.constantFrom("rebut" as const, "undermine" as const, "undercut" as const)),
          agrees: fc.boolean(),
          confidence: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
      ),
      same: fc.array(fc.record({ a: number, b: number, why: fc.string() })),
    });
    const own = new Set(reply.segments.map(({ span }) => `${span.start} ${span.end}`));
    const shown = new Set([...own, ...opening.segments.map(({ span }) => `${span.start} ${span.end}`)]);
    fc.assert(
      fc.property(answer, (given) => {
        const found = readGiven(given);
        for (const { span } of found.statements) expect(own).toContain(`${span.start} ${span.end}`);
        for (const term of found.terms) expect(term).toEqual(clay);
        for (const { from, to, confidence } of found.relations) {
          expect(from.commentId).toBe(reply.id);
          expect(shown).toContain(`${to.span.start} ${to.span.end}`);
          expect(confidence).toBeGreaterThan(0);
        }
      }),
    );
  });
});
