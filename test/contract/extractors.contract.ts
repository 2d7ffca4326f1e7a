import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Extractor, ExtractorFactory } from "../../src/extraction/extractor.ts";
import { type Extraction, type ExtractionContext, noContext } from "../../src/model/extraction.ts";
import type { SegmentedComment } from "../../src/model/segment.ts";
import { contains, type Place } from "../../src/model/span.ts";
import { asContext, segmented } from "../support/segmented.ts";

const opening = segmented(
  "I think rewards are a poor teacher. Agents trained on rewards will cheat, because cheating pays. Thanks for reading!",
  { id: "forum:1", authorId: "ann" },
);
const first = opening.segments[0]?.span ?? { start: 0, end: 1 };
const reply = segmented(
  [
    "I think rewards are a poor teacher.",
    "",
    "No, I disagree. Rewards teach well when people can check the work. But unchecked rewards are dangerous.",
    "",
    "I see two problems with your view:",
    "- Nobody has shown that agents cheat more than people.",
    "- Self-supervised learning has failures too.",
    "",
    "“Only fools trust a score.”",
    "",
    "That goes too far.",
  ].join("\n"),
  {
    id: "forum:2",
    parentId: "forum:1",
    authorId: "bo",
    quoted: [
      {
        words: "I think rewards are a poor teacher.",
        source: { commentId: "forum:1", version: opening.version, span: first },
      },
      { words: "“Only fools trust a score.”" },
    ],
  },
);

const foreign = segmented(
  "Ich glaube nicht, dass das eine gute Idee ist, weil die Belohnung nicht das Ziel ist.",
);

/** What every extractor promises of any comment. */
export function extractorContract(name: string, factory: ExtractorFactory): void {
  describe(`extractor ${name}`, () => {
    let extractor: Extractor;
    const thread: ExtractionContext = { ancestors: [asContext(opening)], quoted: [] };
    beforeAll(async () => {
      extractor = await factory({ glossary: [] });
    });

    it("goes by the id under which it is registered and has a version", () => {
      expect(extractor.id).toBe(name);
      expect(extractor.version).not.toBe("");
    });

    it("finds claims, terms and an answer in an ordinary reply", async () => {
      const found = await extractor.extract(reply, thread);
      expect(found.language).toBe("en");
      expect(found.statements.length).toBeGreaterThan(3);
      expect(found.terms.length).toBeGreaterThan(0);
      expect(found.relations.some(({ to }) => to.commentId === "forum:1")).toBe(true);
      expect(found.diagnostics).toEqual([]);
    });

    it("gives the same again, and leaves what it was given as it was", async () => {
      const before = JSON.stringify([reply, thread]);
      const once = await extractor.extract(reply, thread);
      await extractor.extract(opening, noContext);
      expect(await extractor.extract(reply, thread)).toEqual(once);
      expect(JSON.stringify([reply, thread])).toBe(before);
    });

    it("tells what a comment states without its context, if it tells it at all", async ({ skip }) => {
      if (extractor.statementsOf === undefined) return skip(`${name} does not`);
      for (const comment of [opening, reply, foreign]) {
        const { statements } = await extractor.extract(comment, thread);
        expect(extractor.statementsOf(comment)).toEqual(statements);
      }
    });

    it("finds in comments that were read together what it finds in each alone, if it reads together at all", async ({
      skip,
    }) => {
      if (extractor.readAhead === undefined) return skip(`${name} does not`);
      const comments = [opening, foreign, reply];
      const alone = [];
      for (const comment of comments) alone.push(await extractor.extract(comment, thread));
      extractor.readAhead(comments);
      const together = [];
      for (const comment of comments.toReversed()) together.unshift(await extractor.extract(comment, thread));
      expect(together).toEqual(alone);
    });

    it("makes a quote's words the statement of whoever is quoted", async () => {
      const { statements } = await extractor.extract(reply, thread);
      for (const quote of reply.quotes) {
        const inside = statements.filter(({ span }) => contains(quote.span, span));
        for (const statement of inside) expect(statement.quoteId).toBe(quote.id);
        if (quote.source !== null) expect(inside).toEqual([]);
      }
      expect(statements.some(({ quoteId }) => quoteId === reply.quotes[1]?.id)).toBe(true);
    });

    it("keeps statements, terms and the ends of relations where they belong", async () => {
      expectSound(reply, thread, await extractor.extract(reply, thread));
    });

    it("copes with any text", async () => {
      const piece = fc.oneof(
        fc.constantFrom(
          "I think ",
          "rewards ",
          "RL ",
          "are not ",
          "safe",
          ". ",
          "? ",
          "\n\n",
          "\n- ",
          "“no” ",
          "🙂",
          "e\u0301",
        ),
        fc.string({ unit: "binary", maxLength: 5 }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
          const comment = segmented(pieces.join(""), { id: "forum:3", parentId: "forum:1", authorId: "cy" });
          expectSound(comment, thread, await extractor.extract(comment, thread));
        }),
        { numRuns: 150 },
      );
    });

    it("reads a comment in another language as a note, not as claims", async () => {
      const text = "Ich glaube nicht, dass das eine gute Idee ist, weil die Belohnung nicht das Ziel ist.";
      const found = await extractor.extract(segmented(text), noContext);
      expect(found).toMatchObject({ language: "de", statements: [], relations: [] });
      expect(found.diagnostics).toMatchObject([
        { severity: "note", code: "extraction.language", commentId: "forum:1" },
      ]);
    });
  });
}

function expectSound(comment: SegmentedComment, context: ExtractionContext, found: Extraction): void {
  const { text } = comment;
  for (const { span } of [...found.statements, ...found.terms]) {
    expect(span.start).toBeLessThan(span.end);
    expect(text.slice(span.start, span.end).trim()).toHaveLength(span.end - span.start);
  }
  const places = new Map<string, Set<string>>();
  const note = (id: string, spans: readonly { span: { start: number; end: number } }[]) =>
    places.set(id, new Set(spans.map(({ span }) => `${span.start} ${span.end}`)));
  note(comment.id, found.statements);
  for (const other of [...context.ancestors, ...context.quoted]) note(other.id, other.statements);
  const isStatement = ({ commentId, span }: Place) =>
    places.get(commentId)?.has(`${span.start} ${span.end}`) ?? false;
  for (const { from, to, confidence } of found.relations) {
    expect(from.commentId).toBe(comment.id);
    expect(isStatement(from)).toBe(true);
    expect(isStatement(to)).toBe(true);
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
  for (const { toward, evidence } of found.stances) {
    expect(isStatement(toward)).toBe(true);
    expect(evidence.commentId).toBe(comment.id);
  }
}
