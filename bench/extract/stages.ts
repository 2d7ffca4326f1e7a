import { ownText } from "../../src/extraction/foreign-language.ts";
import { findClaims } from "../../src/extraction/rules/claims/find-claims.ts";
import { shippedGlossary } from "../../src/extraction/rules/glossary.ts";
import { detectLanguage } from "../../src/extraction/rules/language.ts";
import { proposeRelations } from "../../src/extraction/rules/relations/propose-relations.ts";
import type { Answer } from "../../src/extraction/rules/stance/answer-words.ts";
import { stanceOfAnswer } from "../../src/extraction/rules/stance/stance-of-answer.ts";
import { findTerms } from "../../src/extraction/rules/terms/find-terms.ts";
import { buildGlossaryMatcher } from "../../src/extraction/rules/terms/glossary-matcher.ts";
import { loadTagger, type TaggedWord, type Tagger } from "../../src/extraction/rules/terms/tagger.ts";
import type { Statement } from "../../src/model/claim.ts";
import { type ExtractionContext, noContext, type ProposedRelation } from "../../src/model/extraction.ts";
import type { Span } from "../../src/model/span.ts";
import { batches } from "../../src/pipeline/batches.ts";
import type { ForumComment } from "../support/shared-corpus.ts";
import { timed } from "../support/timing.ts";
import { type Cut, cut, cutAhead, ForumReader } from "./forum-reader.ts";

export const stageNames = ["segment", "language", "tag", "claims", "terms", "relations", "stance"] as const;
export type StageName = (typeof stageNames)[number];

/**
 * So many comments go through one stage before the next: shorter than a clock of the processor tells apart is
 * one.
 */
const commentsPerTurn = 50;

interface Prepared extends Cut {
  readonly statements: readonly Statement[];
}

/**
 * What each stage of extraction costs, in seconds of the processor; the first `warmUp` comments are not counted.
 *
 * `relations` is without `stance`, which is asked again for the answers found and is about what it costs inside.
 */
export async function measureStages(
  comments: AsyncIterable<ForumComment>,
  warmUp: number,
): Promise<Readonly<Record<StageName, number>>> {
  const tag = await loadTagger();
  const match = buildGlossaryMatcher(shippedGlossary);
  const ahead = new ForumReader();
  const reader = new ForumReader();
  const costs: Record<StageName, number> = Object.fromEntries(stageNames.map((name) => [name, 0])) as never;
  let seen = 0;
  for await (const turn of batches(comments, commentsPerTurn)) {
    seen += turn.length;
    const measureOf = async <One extends Cut>(
      name: StageName,
      all: readonly One[],
      work: (one: One, at: number) => void,
    ): Promise<void> => {
      const { cpuSeconds } = await timed(async () => all.forEach(work));
      if (seen > warmUp) costs[name] += cpuSeconds;
    };
    const cutComments = turn.map((comment) => cutAhead(comment, ahead));
    const tags = cutComments.map(() => new Map<number, readonly TaggedWord[]>());
    const contexts = new Map<Prepared, ExtractionContext>();
    const answers: Answer[] = [];
    const known =
      (at: number): Tagger =>
      (_, { start }) =>
        tags[at]?.get(start) ?? [];
    // The tagger remembers sentences, so nothing is tagged before this.
    await measureOf("tag", cutComments, ({ segmented: { text, segments } }, at) => {
      for (const { span } of segments) tags[at]?.set(span.start, tag(text, span));
    });
    const prepared = cutComments.map(
      (one, at): Prepared => ({ ...one, statements: findClaims(one.segmented, known(at)) }),
    );
    const measure = (name: StageName, work: (one: Prepared, at: number) => void): Promise<void> =>
      measureOf(name, prepared, work);
    await measure("segment", ({ uncut }) => void cut(uncut));
    await measure("language", ({ segmented }) => void detectLanguage(ownText(segmented)));
    await measure("claims", ({ segmented }, at) => void findClaims(segmented, known(at)));
    await measure("relations", (one) => {
      const context = reader.contextOf(one.uncut);
      contexts.set(one, context);
      const { relations } = proposeRelations(one.segmented, one.statements, context);
      reader.keep(one.segmented, one.statements);
      answers.push(...answersAmong(relations, one, context));
    });
    await measure("terms", (one, at) => {
      const context = contexts.get(one) ?? noContext;
      findTerms(one.segmented, context, known(at), match);
    });
    const stance = await timed(async () => answers.forEach((answer) => void stanceOfAnswer(answer)));
    if (seen <= warmUp) continue;
    costs.stance += stance.cpuSeconds;
    costs.relations -= stance.cpuSeconds;
  }
  return costs;
}

/** The answers among relations, each with the other own statements of its comment around it. */
function answersAmong(
  relations: readonly ProposedRelation[],
  { segmented: { id, text }, statements }: Prepared,
  context: ExtractionContext,
): readonly Answer[] {
  const texts = new Map([...context.ancestors, ...context.quoted].map((one) => [one.id, one.text]));
  const own = statements.filter(({ quoteId }) => quoteId === null).map(({ span }) => span);
  const wordsOf = ({ start, end }: Span, all = text): string => all.slice(start, end);
  return relations
    .filter(({ to, method }) => to.commentId !== id || method.startsWith("answer-to"))
    .map(({ from, to }) => ({
      sentence: wordsOf(from.span),
      before: own.filter(({ end }) => end <= from.span.start).map((span) => wordsOf(span)),
      after: own.filter(({ start }) => start >= from.span.end).map((span) => wordsOf(span)),
      answered: wordsOf(to.span, texts.get(to.commentId)),
      isAfterQuote: false,
      grain: "sentence",
    }));
}
