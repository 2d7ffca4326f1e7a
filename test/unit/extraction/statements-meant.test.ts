import { describe, expect, it } from "vitest";
import { proposeRelations } from "../../../src/extraction/rules/relations/propose-relations.ts";
import { statementsMeant } from "../../../src/extraction/rules/relations/statements-meant.ts";
import { unitsOf } from "../../../src/extraction/rules/relations/units.ts";
import type { ContextComment } from "../../../src/model/extraction.ts";
import { segmented } from "../../support/segmented.ts";

const list = `Three things about the ferry.

1. The pier is rotten at the far end. I walked on it.
2. A ticket costs more than the bus.
3. Nobody rides it after dark, for example on Sundays.

So close it in winter, the tide tables say as much.`;

/** A comment in which every segment is a claim. */
function commentOf(id: string, authorId: string, parentId: string | null, text: string): ContextComment {
  const comment = segmented(text, { id, authorId, parentId });
  return {
    ...comment,
    statements: comment.segments.map(({ span }) => ({ span, leadIn: null, quoteId: null })),
  };
}

const ann = commentOf("ann", "ann", null, list);
const units = unitsOf(ann, ann.statements);

function meantBy(text: string, by = "ben") {
  const comment = commentOf(by, by, null, text);
  const [from] = unitsOf(comment, comment.statements);
  if (from === undefined) throw new Error("no statement");
  const { numbered, quoted, onTopic } = statementsMeant(from, units);
  return [...numbered, ...quoted, ...onTopic].map((unit) => unit.text.split(" ").slice(0, 3).join(" "));
}

/** Answers as "from > to kind", by the first two words of both sentences, the surest first. */
function answers(it: ContextComment, context: readonly ContextComment[]) {
  const texts = new Map([it, ...context].map((one) => [one.id, one.text]));
  const words = (place: { commentId: string; span: { start: number; end: number } }) =>
    (texts.get(place.commentId) ?? "")
      .slice(place.span.start, place.span.end)
      .split(" ")
      .slice(0, 2)
      .join(" ");
  return proposeRelations(it, it.statements, { ancestors: context, quoted: [] })
    .relations.filter(({ to }) => to.commentId !== it.id)
    .toSorted((a, b) => b.confidence - a.confidence)
    .map(({ kind, from, to, confidence, method }) => ({
      drawn: `${words(from)} > ${words(to)}`,
      kind,
      confidence,
      method,
    }));
}

describe("the statement that another one names", () => {
  it("is the item with the number, as written or counted", () => {
    expect(meantBy("Your point 2 is wrong.")).toEqual(["A ticket costs"]);
    expect(meantBy("On 3) I agree.")).toEqual(["Nobody rides it"]);
    expect(meantBy("Your second and third points clash.")).toEqual(["A ticket costs", "Nobody rides it"]);
    expect(meantBy("Your last point is false.")).toEqual(["Nobody rides it"]);
    expect(meantBy("Point 7 is wrong.")).toEqual([]);
  });

  it("is a paragraph, a sentence or an example, counted", () => {
    expect(meantBy("Your last paragraph is unfair.")).toEqual(["So close it"]);
    expect(meantBy("Your first sentence says it.")).toEqual(["Three things about"]);
    expect(meantBy("Your first example is odd.")).toEqual(["Nobody rides it"]);
  });

  it("holds the words quoted, or most of the topic", () => {
    expect(meantBy('You say "rotten at the far end", but look again.')).toEqual(["The pier is"]);
    expect(meantBy("Your remark about the tide tables is unfair.")).toEqual(["So close it"]);
    expect(meantBy('What is "it"?')).toEqual([]);
  });

  it("is nobody else's where the speaker means their own", () => {
    expect(meantBy("My second point stands.")).toEqual([]);
    expect(meantBy("My second point stands.", "ann")).toEqual(["A ticket costs"]);
  });
});

describe("an answer that names what it answers", () => {
  it("goes there, and is shown by default", () => {
    const ben = commentOf("ben", "ben", "ann", "I liked the walk. On 2, no, the bus is dearer since May.");
    const [surest] = answers(ben, [ann]);
    expect(surest).toMatchObject({ drawn: "On 2, > A ticket", kind: "disagrees-with" });
    expect(surest?.confidence).toBeGreaterThan(0.45);
  });

  it.each([
    ["Your point 2 is false.", "Your point > A ticket", "disagrees-with"],
    ["I live here. Your second claim does not hold.", "Your second > A ticket", "disagrees-with"],
    ["re: 3, I ride it every night.", "re: 3, > Nobody rides", "responds-to"],
    ["I ride it every day. Your first point is fair.", "Your first > The pier", "responds-to"],
    ["As a pilot I would drop #1, it was mended in May.", "As a > The pier", "responds-to"],
  ])("is nearly certain of it, wherever it stands: %s", (text, drawn, kind) => {
    const [surest] = answers(commentOf("ben", "ben", "ann", text), [ann]);
    expect(surest).toMatchObject({ drawn, kind });
    expect(surest?.confidence).toBeGreaterThan(0.7);
  });

  it.each([
    "I had berth number 7 there for years.",
    "The ferry was 2 and 3 hours late last week.",
    "My second point stands.",
    "Your second point is false.",
  ])("is not sure where nothing is named, or what is counted is not marked: %s", (text) => {
    const plain = commentOf("eve", "eve", null, "The ferry is slow.\n\nThe bus is dear. The bridge is far.");
    for (const { confidence } of answers(commentOf("ben", "ben", "eve", text), [plain]))
      expect(confidence).toBeLessThan(0.7);
  });

  it("points to the only statement, to one of two, to the conclusion or to the step", () => {
    const sure = (text: string, above: string) =>
      answers(commentOf("ben", "ben", "eve", text), [commentOf("eve", "eve", null, above)])
        .filter(({ confidence }) => confidence > 0.7)
        .map(({ drawn, kind }) => `${drawn} ${kind}`);
    const step = "The nets are torn. So the season will be poor. The town should help.";
    expect(sure("That claim is false.", "Goats are clever.")).toEqual([
      "That claim > Goats are disagrees-with",
    ]);
    expect(sure("That claim is false.", step)).toEqual([]);
    expect(sure("Your conclusion is wrong.", step)).toEqual(["Your conclusion > So the disagrees-with"]);
    expect(sure("That does not follow.", step)).toEqual(["That does > The nets disagrees-with"]);
    expect(sure("My boss sells nets. That claim is a joke.", "Goats are clever.")).toEqual([]);
    const two = "1. Goats are clever.\n2. Sheep are kind.";
    expect(sure("The latter is not true of ours.", two)).toEqual(["The latter > Sheep are disagrees-with"]);
    expect(sure("The former is what farmers say.", step)).toEqual([]);
  });

  it("undercuts where it denies the step", () => {
    const above = commentOf("eve", "eve", null, "The nets are torn. So the season will be poor.");
    const reply = commentOf("ben", "ben", "eve", "Non sequitur, nets are mended in an afternoon.");
    const context = { ancestors: [above], quoted: [] };
    const [relation] = proposeRelations(reply, reply.statements, context).relations;
    expect(relation).toMatchObject({ kind: "disagrees-with", attack: "undercut" });
  });

  it("goes further up the thread where only that comment has what is named", () => {
    const ben = commentOf("ben", "ben", "ann", "I would keep it open for the school.");
    const cleo = commentOf(
      "cleo",
      "cleo",
      "ben",
      "Ann's point 3 is wrong, I ride the ferry home every night.",
    );
    expect(answers(cleo, [ben, ann])).toContainEqual(
      expect.objectContaining({ drawn: "Ann's point > Nobody rides", method: "answer-to-named" }),
    );
  });

  it("starts at the sentence with content, and not at a bare stance before it", () => {
    const ben = commentOf(
      "ben",
      "ben",
      "ann",
      "I doubt that. The pier was mended in May, and I helped with it.",
    );
    const from = answers(ben, [ann]).map(({ drawn }) => drawn.split(" > ")[0]);
    expect(from).toContain("The pier");
    expect(from).not.toContain("I doubt");
  });

  it("denies nothing where a question wants to be told", () => {
    const asked = commentOf(
      "dan",
      "dan",
      null,
      "To what extent do you believe the ferry should be paid for by the town?",
    );
    const told = commentOf("eve", "eve", "dan", "The ferry should not be paid for by the town at all.");
    for (const { kind } of answers(told, [asked])) expect(kind).toBe("responds-to");
  });
});
