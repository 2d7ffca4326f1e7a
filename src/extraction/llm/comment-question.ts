import type { Term } from "../../model/claim.ts";
import type { ExtractionContext } from "../../model/extraction.ts";
import type { SegmentedComment } from "../../model/segment.ts";
import { contains } from "../../model/span.ts";
import { answerSchema, ModelAnswer } from "./answer.ts";
import { type Question, requestOf } from "./model-request.ts";
import { type NumberedComment, type NumberedSentence, numberSentences } from "./number-sentences.ts";
import { promptVersion, systemPrompt } from "./prompt.ts";

/** A phrase that a model may choose as a concept, with every place where it stands. */
interface NumberedTerm {
  readonly t: number;
  readonly key: string;
  readonly terms: readonly Term[];
  /** Numbers of the sentences that hold it. */
  readonly sentences: readonly number[];
}

/** What is asked about a comment, with what its numbers mean. */
export interface CommentQuestion extends Question<ModelAnswer> {
  readonly numbered: NumberedComment;
  readonly terms: readonly NumberedTerm[];
}

/** Phrases offered with one request. */
const mostTerms = 120;

/**
 * What a model is asked about a comment: one question, or one for each window of a long comment.
 *
 * The comment is shown with plain sentences around it and never with what a model said of those. So no question waits
 * for the answer to another: all can be asked at once, kept in one file, and answered by anyone.
 */
export function questionsOf(
  comment: SegmentedComment,
  context: ExtractionContext,
  terms: readonly Term[],
  model: string,
): readonly CommentQuestion[] {
  return numberSentences(comment, context).map((numbered) => {
    const offered = numberTerms(numbered.own, terms);
    const user = `<data>\n${layOut(comment, numbered, offered)}\n</data>`;
    const request = requestOf({ promptVersion, model, system: systemPrompt, user, schema: answerSchema });
    return { request, answer: ModelAnswer, sentences: numbered.own.length, numbered, terms: offered };
  });
}

/** The phrases of the sentences, in the order in which they first occur. */
function numberTerms(own: readonly NumberedSentence[], terms: readonly Term[]): readonly NumberedTerm[] {
  const found = new Map<string, { terms: Term[]; sentences: Set<number> }>();
  for (const term of terms) {
    const holder = own.find(({ place }) => contains(place.span, term.span));
    if (!holder) continue;
    const known = found.get(term.key) ?? { terms: [], sentences: new Set() };
    known.terms.push(term);
    known.sentences.add(holder.n);
    found.set(term.key, known);
  }
  return [...found]
    .map(([key, one], order) => ({ key, ...one, order }))
    .sort((a, b) => b.terms.length - a.terms.length || a.order - b.order)
    .slice(0, mostTerms)
    .sort((a, b) => a.order - b.order)
    .map(({ key, terms, sentences }, index) => ({ t: index + 1, key, terms, sentences: [...sentences] }));
}

/** The payload as JSON with a line for each sentence. `<` is escaped, so that no text closes the mark around it. */
function layOut(
  { text }: SegmentedComment,
  { own, groups }: NumberedComment,
  terms: readonly NumberedTerm[],
): string {
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
    `"terms": ${list(
      terms.map(({ t, terms: [first], sentences }) => ({
        t,
        text: first ? text.slice(first.span.start, first.span.end) : "",
        in: sentences,
      })),
    )}`,
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
