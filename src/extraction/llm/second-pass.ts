import type { Diagnostic } from "../../model/diagnostic.ts";
import type { CommentQuestion } from "./comment-question.ts";
import type { KeptAnswer } from "./kept-answer.ts";
import type { Question } from "./model-request.ts";
import { type VerifiedAnswer, withVerifications } from "./read-verification.ts";
import type { Verification } from "./verification.ts";
import { type VerifyQuestion, verificationsOf } from "./verify-question.ts";

/** Gives the answer to a question, or null when there is none. */
export type Answering = <Given, Kept>(question: Question<Given, Kept>) => Promise<Kept | null>;

/** An answer after all looks at it, or the question that has none. */
export type Looked =
  | { readonly answer: VerifiedAnswer; readonly diagnostics: readonly Diagnostic[] }
  | { readonly answer: null; readonly missing: Question };

/**
 * The answer to a question about a comment, with its unsure relations looked at again where that is wanted.
 *
 * All second questions are asked, so that a run which must stop leaves as little as can be.
 *
 * @param below - relations less likely than this are asked about again; null for one look.
 */
export async function lookTwice(
  question: CommentQuestion,
  answering: Answering,
  below: number | null,
): Promise<Looked> {
  const first: KeptAnswer | null = await answering(question);
  if (first === null) return { answer: null, missing: question };
  if (below === null) return { answer: first, diagnostics: [] };
  const given: (readonly [VerifyQuestion, Verification])[] = [];
  let missing: VerifyQuestion | null = null;
  for (const second of verificationsOf(question, first, below)) {
    const answer = await answering(second);
    if (answer === null) missing ??= second;
    else given.push([second, answer]);
  }
  if (missing !== null) return { answer: null, missing };
  return withVerifications(question.numbered.own[0]?.place.commentId ?? "", first, given);
}
