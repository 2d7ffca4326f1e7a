import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerInput } from "../../../src/extraction/rules/relations/answer-input.ts";
import { passagesOf } from "../../../src/extraction/rules/relations/passages.ts";
import type { Unit } from "../../../src/extraction/rules/relations/units.ts";
import { unitsMeeting } from "../../../src/extraction/rules/relations/units-meeting.ts";
import type { Quote } from "../../../src/model/quote.ts";
import { overlap, type Span } from "../../../src/model/span.ts";
import { counting } from "../../support/counted-units.ts";
import { asContext, segmented } from "../../support/segmented.ts";

const comment = segmented("The ferry is late.");

function unitAt(span: Span, index: number): Unit {
  const place = { commentId: comment.id, version: comment.version, span };
  const profile = { counts: new Map<string, number>(), grams: new Set<string>() };
  const where = { index, segment: index, paragraph: 0, isHead: false, isItem: false, isAside: false };
  return { place, text: `${index}`, mark: null, quoteId: null, profile, ...where };
}

const spans = fc
  .tuple(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 30 }))
  .map(([start, length]) => ({ start, end: start + length }));

describe("the statements that share words with a span", () => {
  it("are all that do, in reading order, even where statements lie in each other", () => {
    fc.assert(
      fc.property(fc.array(spans), spans, (places, span) => {
        const units = places
          .toSorted((a, b) => a.start - b.start || a.end - b.end)
          .map((place, index) => unitAt(place, index));
        expect(unitsMeeting(units, span)).toEqual(units.filter(({ place }) => overlap(place.span, span) > 0));
      }),
    );
  });
});

describe("a very long answer to very many quotes", () => {
  /** A reply that quotes every sentence of another comment and answers each with one of its own. */
  function reply(quotes: number) {
    const said = Array.from({ length: quotes }, (_, at) => `Ferry ${at} is late today.`);
    const above = asContext(segmented(said.join("\n\n"), { id: "ann", authorId: "ann" }));
    const text = said.map((words, at) => `${words}\n\nNo, ship ${at} is early.`).join("\n\n");
    const cut = segmented(text, {
      id: "ben",
      authorId: "ben",
      parentId: "ann",
      quoted: said.map((words) => {
        const start = above.text.indexOf(words);
        const span = { start, end: start + words.length };
        return { words, source: { commentId: "ann", version: above.version, span } };
      }),
    });
    const answers = cut.quotes.map((quote, at): Quote => {
      const end = cut.quotes[at + 1]?.span.start ?? text.length;
      return { ...quote, answer: { start: quote.span.end, end } };
    });
    return { ...cut, quotes: answers, above };
  }

  function inputOf({ above, ...it }: ReturnType<typeof reply>) {
    const statements = it.segments.map(({ span, quoteId }) => ({ span, leadIn: null, quoteId }));
    return answerInput(it, statements, { ancestors: [above], quoted: [] });
  }

  /** How often statements are looked at while what answers each quote, and the words around it, is found. */
  function looks(quotes: number): number {
    const { counted, looks: count } = counting();
    const input = inputOf(reply(quotes));
    const others = new Map([...input.others].map(([id, units]) => [id, units.map(counted)]));
    const found = passagesOf({ ...input, units: input.units.map(counted), others });
    expect(found.filter(({ aside }) => aside === null).length).toBe(quotes);
    return count();
  }

  it("is one passage a quote, with the words quoted", () => {
    const found = passagesOf(inputOf(reply(4))).filter(({ aside }) => aside === null);
    expect(found.map(({ units, targets }) => [...units, ...targets].map(({ text }) => text))).toEqual(
      [0, 1, 2, 3].map((at) => [`No, ship ${at} is early.`, `Ferry ${at} is late today.`]),
    );
  });

  it("is looked at about four times as often where four times as many are quoted", () => {
    expect(looks(2000) / looks(500)).toBeLessThan(5);
  });
});

describe("a very long answer whose every sentence names words of somebody further up", () => {
  /** How often the statements further up are looked at while what each names is found. */
  function looks(sentences: number): number {
    const said = Array.from({ length: sentences }, (_, at) => `Ferry ${at} waits at pier ${at}.`).join(" ");
    const above = asContext(segmented(said, { id: "ann", authorId: "ann" }));
    const parent = asContext(segmented(said, { id: "ben", authorId: "ben", parentId: "ann" }));
    const text = Array.from(
      { length: sentences },
      (_, at) => `You say "pier ${at}" is long, and "pier ${at} sinks" is wrong.`,
    ).join(" ");
    const reply = segmented(text, { id: "cleo", authorId: "cleo", parentId: "ben" });
    const statements = reply.segments.map(({ span, quoteId }) => ({ span, leadIn: null, quoteId }));
    const input = answerInput(reply, statements, { ancestors: [parent, above], quoted: [] });
    const { counted, looks: count } = counting();
    passagesOf({
      ...input,
      others: new Map([...input.others].map(([id, units]) => [id, units.map(counted)])),
    });
    return count();
  }

  it("looks at what stands there about four times as often where it is four times as long", () => {
    expect(looks(2000) / looks(500)).toBeLessThan(5);
  });
});
