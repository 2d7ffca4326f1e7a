import type { CommentQuestion } from "./comment-question.ts";
import type { KeptAnswer } from "./kept-answer.ts";
import { type Question, requestOf } from "./model-request.ts";
import type { NumberedComment, NumberedSentence } from "./number-sentences.ts";
import { probabilityOf } from "./probability.ts";
import { type Verification, verificationSchema, verifications } from "./verification.ts";
import { verifyPrompt, verifyPromptVersion } from "./verify-prompt.ts";

type DrawnRelation = KeptAnswer["relations"][number];

/** What is asked again about relations of one comment to another, or within it. */
export interface VerifyQuestion extends Question<Verification, Verification> {
  /**
   * The relations of the answer that are asked about, and how likely they are by it: the first has the number
   * 1.
   */
  readonly asked: readonly { readonly relation: DrawnRelation; readonly probability: number }[];
  /** The numbers of the sentences that are shown. */
  readonly shown: ReadonlySet<number>;
}

/** Relations in one request. */
const relationsPerRequest = 12;
/** Sentences shown on either side of an end. */
const sentencesAround = 5;

/** A relation with the sentence on which it ends: where it names a copy, that of which it is one. */
interface Candidate {
  readonly relation: DrawnRelation;
  readonly probability: number;
  readonly target: NumberedSentence;
}

/**
 * What a model is asked about the relations of an answer of which it was not sure: a question for each
 * comment on which they end, or several where there are many.
 *
 * Sentences keep the numbers of the question that was answered. Only those around the ends are shown, and of
 * the answer only which sentences it joins and how: no reasons, so that they persuade nobody.
 *
 * @param below - relations less likely than this are asked about.
 */
export function verificationsOf(
  { numbered, request: { model } }: CommentQuestion,
  answer: KeptAnswer,
  below: number,
): readonly VerifyQuestion[] {
  const byComment = new Map<string, Candidate[]>();
  for (const candidate of candidatesOf(numbered, answer, below)) {
    const { commentId } = candidate.target.place;
    byComment.set(commentId, [...(byComment.get(commentId) ?? []), candidate]);
  }
  return [...byComment.values()].flatMap((candidates) => {
    const questions: VerifyQuestion[] = [];
    for (let at = 0; at < candidates.length; at += relationsPerRequest)
      questions.push(questionAbout(numbered, candidates.slice(at, at + relationsPerRequest), model));
    return questions;
  });
}

function candidatesOf(numbered: NumberedComment, answer: KeptAnswer, below: number): readonly Candidate[] {
  const own = new Map(numbered.own.map((one) => [one.n, one]));
  const all = new Map([...own, ...contextOf(numbered).map((one) => [one.n, one] as const)]);
  return answer.relations.flatMap((relation): Candidate[] => {
    const named = all.get(relation.to);
    const target = named?.role === "copy" ? all.get(named.copies[0] ?? 0) : named;
    const role = own.get(relation.from)?.role;
    if (!target || role === undefined || role === "copy") return [];
    const probability = probabilityOf(relation.confidence, target.isEarlier);
    return probability === 0 || probability >= below ? [] : [{ relation, probability, target }];
  });
}

function contextOf({ groups }: NumberedComment): readonly NumberedSentence[] {
  return groups.flatMap(({ sentences }) => sentences);
}

function questionAbout(
  numbered: NumberedComment,
  candidates: readonly Candidate[],
  model: string,
): VerifyQuestion {
  const [first] = candidates;
  if (!first) throw new Error("a question about no relations");
  const { commentId } = first.target.place;
  const ends = new Set(candidates.flatMap(({ relation, target }) => [relation.from, target.n]));
  const before = contextOf(numbered).filter(({ place }) => isOwn(place.commentId, numbered));
  const own = around([...before, ...numbered.own], ends);
  const isWithin = isOwn(commentId, numbered);
  const others = contextOf(numbered).filter(({ place }) => !isWithin && place.commentId === commentId);
  const other = around(others, ends);
  const shown = new Set([...own, ...other].map(({ n }) => n));
  const fields = [
    `"comment": {"by": "A", "sentences": ${list(own.map((sentence) => shownSentence(sentence, shown)))}}`,
    ...(isWithin
      ? []
      : [
          `"other": {"by": ${JSON.stringify(first.target.by)}, "sentences": ${list(other.map(({ n, text }) => ({ n, text })))}}`,
        ]),
    `"relations": ${list(
      candidates.map(({ relation: { from, kind }, target }, index) => ({
        r: index + 1,
        from,
        to: target.n,
        kind,
      })),
    )}`,
  ];
  // `<` is escaped, so that no text closes the mark around it.
  const user = `<data>\n${`{${fields.join(",\n")}}`.replaceAll("<", "\\u003c")}\n</data>`;
  const body = { promptVersion: verifyPromptVersion, model, system: verifyPrompt, user };
  return {
    request: requestOf({ ...body, schema: verificationSchema }),
    kind: verifications,
    sentences: candidates.length,
    asked: candidates.map(({ relation, probability }) => ({ relation, probability })),
    shown,
  };
}

function isOwn(commentId: string, { own }: NumberedComment): boolean {
  return commentId === own[0]?.place.commentId;
}

/** The sentences that stand near an end, in order. */
function around(
  sentences: readonly NumberedSentence[],
  ends: ReadonlySet<number>,
): readonly NumberedSentence[] {
  const kept = new Set<number>();
  for (const [index, { n }] of sentences.entries())
    if (ends.has(n)) for (let at = index - sentencesAround; at <= index + sentencesAround; at++) kept.add(at);
  return sentences.filter((_, index) => kept.has(index));
}

function shownSentence({ n, role, by, copies, text }: NumberedSentence, shown: ReadonlySet<number>): object {
  const quotes = copies.filter((copy) => shown.has(copy));
  if (role !== "quoted" && role !== "copy") return { n, text };
  return { n, ...(quotes.length > 0 ? { quotes } : { quoted: by }), text };
}

function list(items: readonly object[]): string {
  return `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
}
