import type { Diagnostic } from "../../model/diagnostic.ts";
import type { KeptAnswer } from "./kept-answer.ts";
import type { Verification } from "./verification.ts";
import type { VerifyQuestion } from "./verify-question.ts";

type DrawnRelation = KeptAnswer["relations"][number];

/** An answer of which some relations were looked at a second time. */
export interface VerifiedAnswer extends Omit<KeptAnswer, "relations"> {
  /** `probability` stands with those that were looked at again. */
  readonly relations: readonly (DrawnRelation & { readonly probability?: number })[];
}

/**
 * Puts what a model said the second time in the place of what it said first: each relation has the new end,
 * kind and reason and is as likely as both looks say in the mean, or it is gone. One that the second answer
 * leaves out, or ends on a sentence that was not shown, stays as it was.
 *
 * @param commentId - the comment that was asked about, for the places of diagnostics.
 */
export function withVerifications(
  commentId: string,
  answer: KeptAnswer,
  given: readonly (readonly [VerifyQuestion, Verification])[],
): { readonly answer: VerifiedAnswer; readonly diagnostics: readonly Diagnostic[] } {
  const verdicts = new Map<DrawnRelation, { verdict: Verification["relations"][number]; first: number }>();
  const diagnostics: Diagnostic[] = [];
  for (const [{ asked, shown }, { relations }] of given)
    for (const verdict of relations) {
      const one = asked[verdict.r - 1];
      if (one && (verdict.kind === "none" || shown.has(verdict.to)))
        verdicts.set(one.relation, { verdict, first: one.probability });
      else diagnostics.push(strayNumber(commentId, verdict));
    }
  const relations = answer.relations.flatMap((relation) => {
    const looked = verdicts.get(relation);
    if (looked === undefined) return [relation];
    const { why, to, kind, confidence, attack, agrees } = looked.verdict;
    if (kind === "none") return [];
    return [
      {
        from: relation.from,
        to,
        why,
        kind,
        confidence,
        attack: attack ?? relation.attack,
        agrees: agrees ?? relation.agrees,
        probability: meanOf(looked.first, confidence),
      },
    ];
  });
  return { answer: { ...answer, relations }, diagnostics };
}

/**
 * What two looks at one thing come to. Either knows something that the other does not: of relations of two
 * labelled threads that a model called .2 or .3 likely at first, 9 of 15 were right that it called .5 likely
 * or more the second time, and of the others 2 of 14.
 */
function meanOf(first: number, second: number): number {
  return Math.round((first + second) * 500) / 1000;
}

function strayNumber(commentId: string, { r, to }: Verification["relations"][number]): Diagnostic {
  return {
    severity: "warning",
    code: "extraction.model-answer",
    message: `${commentId}: of the model's second look "${r} to ${to}" is left out: a number is not of the request`,
    place: commentId,
    commentId,
    span: null,
  };
}
