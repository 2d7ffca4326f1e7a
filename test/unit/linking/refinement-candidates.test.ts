import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Answered,
  continuations,
  type TimelineClaim,
} from "../../../src/linking/refinement-candidates.ts";
import { itemsReferredTo, wordsQuoted } from "../../../src/text/references.ts";
import { profileOf, Resemblance, wordsOf } from "../../../src/text/resemblance.ts";
import { foldText } from "../../../src/text/tokens.ts";

interface Said {
  readonly commentId: string;
  readonly text: string;
  readonly mark?: string | null;
}

function line(said: readonly Said[]): readonly TimelineClaim[] {
  return said.map(({ commentId, text, mark = null }, at) => {
    const span = { start: at * 1000, end: at * 1000 + text.length };
    return { place: { commentId, version: "v", span }, text, concepts: [], mark };
  });
}

/** The older claims that each newer one may continue, found by holding each against all in the last 600. */
function plainly(
  claims: readonly TimelineClaim[],
  answered: ReadonlyMap<string, Answered>,
): readonly (readonly number[])[] {
  const profiles = claims.map(({ text }) => profileOf(text));
  const words = new Resemblance(profiles);
  return claims.map((from, at) => {
    const head = claims.findLastIndex(
      ({ place }, i) => i <= at && claims[i - 1]?.place.commentId !== place.commentId,
    );
    const marks = itemsReferredTo(foldText(from.text));
    const quotes = wordsQuoted(from.text).map((quote) => wordsOf(quote).join(" "));
    const wanted = answered.get(from.place.commentId)?.parentId;
    return claims.flatMap((to, index) => {
      if (index >= head || index < head - 600) return [];
      const [said, now] = [wordsOf(to.text).join(" "), wordsOf(from.text).join(" ")];
      if (said === now) return [];
      const [a, b] = [profiles[index], profiles[at]];
      const isNear = a !== undefined && b !== undefined && words.cosine(a, b) > 0;
      const isNamed = to.mark !== null && marks.has(to.mark);
      const isQuoted = quotes.some((quote) => quote !== "" && ` ${said} `.includes(` ${quote} `));
      return isNear || isNamed || isQuoted || wanted === to.place.commentId ? [index] : [];
    });
  });
}

const sentences = [
  "The ferry is late.",
  "It was so.",
  "The pier is rotten at the far end.",
  "Nobody rides the bus after dark.",
  "I take back point 2.",
  'I called it "rotten at the far end".',
  "Trams need rails.",
  "And the ferry needs a pier.",
  "Well, no.",
];

const timeline = fc.array(
  fc.array(fc.record({ text: fc.constantFrom(...sentences), mark: fc.constantFrom(null, null, "1", "2") }), {
    minLength: 1,
    maxLength: 6,
  }),
  { maxLength: 8 },
);

describe("the older claims that a newer one may continue", () => {
  it("are those that share a word with it, are answered around it or are named by it", () => {
    fc.assert(
      fc.property(timeline, fc.nat({ max: 7 }), (comments, parent) => {
        const claims = line(
          comments.flatMap((all, at) => all.map((one) => ({ ...one, commentId: `c${at}` }))),
        );
        const answered = new Map(
          comments.map((_, at) => [
            `c${at}`,
            { text: "The tide is out.", parentId: at % 2 ? `c${parent}` : null },
          ]),
        );
        const found = [...continuations({ claims, answered, firstNew: 0 })];
        expect(found.map(({ candidates }) => candidates.map(({ to }) => to))).toEqual(
          plainly(claims, answered),
        );
      }),
    );
  });

  it("are looked for among the last 600 before the comment, by their words as well", () => {
    const claims = line([
      { commentId: "c1", text: "The ferry is late." },
      ...Array.from({ length: 600 }, (_, at) => ({ commentId: "c2", text: `Trams need rail ${at}.` })),
      { commentId: "c3", text: "Ferry and rail 7 are late." },
    ]);
    const found = [...continuations({ claims, answered: new Map(), firstNew: 601 })];
    expect(found.map(({ candidates }) => candidates.length)).toEqual([
      plainly(claims, new Map())[601]?.length,
    ]);
    expect(found[0]?.candidates.some(({ to }) => to === 0)).toBe(false);
  });
});

describe("a very long comment that answers a very long one", () => {
  /** How often the text that is answered is read. */
  function reads(length: number): number {
    let count = 0;
    const claims = line(
      Array.from({ length }, (_, at) => ({ commentId: at < 10 ? "c1" : "c2", text: `Ferry ${at} is late.` })),
    );
    const answer: Answered = {
      parentId: "c1",
      get text() {
        count++;
        return "The ferry is never late.";
      },
    };
    const found = [...continuations({ claims, answered: new Map([["c2", answer]]), firstNew: 10 })];
    expect(found.length).toBe(length - 10);
    return count;
  }

  it("has what it answers read once for all its claims", () => {
    expect(reads(40)).toBe(1);
    expect(reads(160)).toBe(1);
  });
});
