import type { Extractor } from "../../src/extraction/extractor.ts";
import type { Statement } from "../../src/model/claim.ts";
import type { ContextComment, Extraction, ProposedRelation } from "../../src/model/extraction.ts";
import { hashId } from "../../src/model/id.ts";
import { relationKinds } from "../../src/model/relation.ts";
import type { SegmentedComment } from "../../src/model/segment.ts";
import type { Place } from "../../src/model/span.ts";

/**
 * An extractor that finds something other than any other: what it takes for a claim, a term or a relation is
 * told by its id and the words alone.
 */
export function fakeExtractor(id: string, version = "1"): Extractor {
  return {
    id,
    version,
    extract: async (comment, { ancestors, quoted }) => {
      const statements = statementsOf(comment, id + version);
      return {
        language: draw(4, id, comment.text) === 0 ? null : "en",
        statements,
        terms: termsOf(comment, id + version),
        ...relationsOf(comment, statements, [...ancestors, ...quoted], id + version),
        diagnostics: [],
      };
    },
  };
}

/** A number below `below` that the words alone tell. */
function draw(below: number, ...words: readonly (string | number)[]): number {
  return Number.parseInt(hashId(...words).slice(0, 8), 16) % below;
}

function statementsOf({ text, segments }: SegmentedComment, salt: string): readonly Statement[] {
  return segments.flatMap(({ span, quoteId, leadIn }) =>
    draw(3, salt, text.slice(span.start, span.end)) === 0
      ? []
      : [{ span, leadIn: draw(2, salt, span.start) === 0 ? leadIn : null, quoteId }],
  );
}

function termsOf({ text }: SegmentedComment, salt: string): Extraction["terms"] {
  return [...text.matchAll(/[a-z]{4,}/giu)].flatMap(({ 0: word, index }) =>
    draw(2, salt, word) === 0
      ? []
      : [{ key: word.toLowerCase(), span: { start: index, end: index + word.length } }],
  );
}

function relationsOf(
  { id: commentId, version, text }: SegmentedComment,
  statements: readonly Statement[],
  context: readonly ContextComment[],
  salt: string,
): Pick<Extraction, "relations" | "stances"> {
  const own = statements.map(({ span }): Place => ({ commentId, version, span }));
  const others = context.flatMap((one) =>
    one.statements.map(({ span }): Place => ({ commentId: one.id, version: one.version, span })),
  );
  const relations: ProposedRelation[] = [];
  const stances: Extraction["stances"][number][] = [];
  for (const [index, from] of own.entries()) {
    const targets = [...others, ...own.slice(0, index)];
    const to = targets[draw(Math.max(1, targets.length), salt, from.span.start, text)];
    const kind = relationKinds[draw(5, salt, "kind", from.span.start, text)];
    if (!to || !kind) continue;
    const attack = kind === "disagrees-with" ? "rebut" : null;
    relations.push({ kind, attack, from, to, confidence: 0.5, method: salt, evidence: [from] });
    if (kind === "responds-to") stances.push({ toward: to, stance: "for", evidence: from });
  }
  return { relations, stances };
}
