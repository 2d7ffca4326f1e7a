import type { Term } from "../../model/claim.ts";
import type { ExtractionContext } from "../../model/extraction.ts";
import type { Segment, SegmentedComment } from "../../model/segment.ts";
import { contains } from "../../model/span.ts";
import { SpanIndex } from "../../text/span-index.ts";
import { answerSchema, type ModelAnswer } from "./answer.ts";
import { commentAnswers, type KeptAnswer } from "./kept-answer.ts";
import { type Question, requestOf } from "./model-request.ts";
import { type NumberedComment, type NumberedSentence, numberSentences } from "./number-sentences.ts";
import { promptVersion, systemPrompt } from "./prompt.ts";

/** A phrase that a model may choose as a concept, and the numbers of the sentences that hold it. */
interface NumberedTerm {
  readonly t: number;
  readonly text: string;
  readonly sentences: readonly number[];
}

/** What is asked about a comment, with what its numbers mean. */
export interface CommentQuestion extends Question<ModelAnswer, KeptAnswer> {
  readonly numbered: NumberedComment;
}

/** Phrases offered with one request. */
const mostTerms = 120;

/**
 * What a model is asked about a comment: one question, or one for each window of a long comment.
 *
 * The comment is shown with plain sentences around it and never with what a model said of those. So no
 * question waits for the answer to another: all can be asked at once, kept in one file, and answered by
 * anyone.
 */
export function questionsOf(
  comment: SegmentedComment,
  context: ExtractionContext,
  terms: readonly Term[],
  model: string,
): readonly CommentQuestion[] {
  const termsOf = termsBySentence(comment, terms);
  return numberSentences(comment, context).map((numbered) => {
    const offered = numberTerms(comment, numbered.own, termsOf);
    const user = `<data>\n${layOut(numbered, offered)}\n</data>`;
    const request = requestOf({ promptVersion, model, system: systemPrompt, user, schema: answerSchema });
    return { request, kind: commentAnswers, sentences: numbered.own.length, numbered };
  });
}

/** A term that a sentence holds, with its place among all. */
interface HeldTerm extends Term {
  readonly at: number;
}

/** The terms that lie in each sentence of a comment. */
function termsBySentence(
  { segments }: SegmentedComment,
  terms: readonly Term[],
): ReadonlyMap<Segment, readonly HeldTerm[]> {
  const index = new SpanIndex(segments, ({ span }) => span);
  const held = new Map<Segment, HeldTerm[]>();
  for (const [at, term] of terms.entries())
    for (const holder of index.meeting(term.span)) {
      if (!contains(holder.span, term.span)) continue;
      const known = held.get(holder);
      if (known === undefined) held.set(holder, [{ ...term, at }]);
      else known.push({ ...term, at });
    }
  return held;
}

/** The phrases of the sentences, in the order in which they first occur, each in the spelling of that place. */
function numberTerms(
  { text }: SegmentedComment,
  own: readonly NumberedSentence[],
  termsOf: ReadonlyMap<Segment, readonly HeldTerm[]>,
): readonly NumberedTerm[] {
  const found = new Map<string, { text: string; count: number; sentences: Set<number> }>();
  const terms = own.flatMap(({ n, segment }) => (termsOf.get(segment) ?? []).map((term) => ({ ...term, n })));
  for (const { key, span, n } of terms.toSorted((a, b) => a.at - b.at)) {
    const known = found.get(key) ?? {
      text: text.slice(span.start, span.end),
      count: 0,
      sentences: new Set(),
    };
    known.count++;
    known.sentences.add(n);
    found.set(key, known);
  }
  return [...found.values()]
    .map((one, order) => ({ ...one, order }))
    .sort((a, b) => b.count - a.count || a.order - b.order)
    .slice(0, mostTerms)
    .sort((a, b) => a.order - b.order)
    .map((one, index) => ({ t: index + 1, text: one.text, sentences: [...one.sentences] }));
}

/**
 * The payload as JSON with a line for each sentence. `<` is escaped, so that no text closes the mark around
 * it.
 */
function layOut({ own, groups }: NumberedComment, terms: readonly NumberedTerm[]): string {
  const groupsOf = (kind: string) => groups.filter((group) => group.kind === kind);
  const fields = [
    `"comment": {"by": "A", "sentences": ${list(own.map(ownSentence))}}`,
    ...groupsOf("before").map(({ sentences }) => `"before": ${list(sentences.map(contextSentence))}`),
    ...(["answers", "quoted", "earlier"] as const).flatMap((kind) => {
      const comments = groupsOf(kind).map(
        ({ by, sentences }) =>
          `{"by": ${JSON.stringify(by)}, "sentences": ${list(sentences.map(contextSentence))}}`,
      );
      return comments.length > 0 ? [`"${kind}": [${comments.join(",\n")}]`] : [];
    }),
    `"terms": ${list(terms.map(({ t, text, sentences }) => ({ t, text, in: sentences })))}`,
  ];
  return `{${fields.join(",\n")}}`.replaceAll("<", "\\u003c");
}

function list(items: readonly object[]): string {
  return items.length === 0 ? "[]" : `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
}

function ownSentence({ n, role, by, copies, segment, text }: NumberedSentence): object {
  return {
    n,
    ...(segment.kind === "item" ? { item: true } : {}),
    ...(role === "quoted" ? { quoted: by } : {}),
    ...(role === "copy" ? (copies.length > 0 ? { quotes: copies } : { quoted: by }) : {}),
    text,
  };
}

function contextSentence({ n, text }: NumberedSentence): object {
  return { n, text };
}
