import type { Statement } from "../../../model/claim.ts";
import type { ExtractionContext, ProposedRelation, ProposedStance } from "../../../model/extraction.ts";
import { relationKinds } from "../../../model/relation.ts";
import type { SegmentedComment } from "../../../model/segment.ts";
import { answerInput } from "./answer-input.ts";
import { answersIn } from "./answers.ts";
import type { Draft } from "./draft.ts";
import { ownRelations } from "./own-relations.ts";
import { passagesOf } from "./passages.ts";
import type { Unit } from "./units.ts";

export interface ProposedRelations {
  readonly relations: readonly ProposedRelation[];
  readonly stances: readonly ProposedStance[];
}

/**
 * Draws how the statements of a comment answer other people's and hang on each other.
 *
 * Structure comes before similarity: it says which passage may answer what (passages.ts). Which statement of
 * it answers which, and how own statements hang together, is a probability (answers.ts, own-relations.ts).
 * What is improbable stays unjoined.
 *
 * Each ordered pair gets one relation, the most probable; of equal ones the stronger kind. A pure function,
 * linear in the claims of the comment times those of what it answers.
 */
export function proposeRelations(
  comment: SegmentedComment,
  statements: readonly Statement[],
  context: ExtractionContext,
): ProposedRelations {
  const input = answerInput(comment, statements, context);
  const { units, resemblance } = input;
  const answers = passagesOf(input).flatMap((passage) => answersIn(passage, input));
  return written(choose([...answers, ...ownRelations(units, resemblance)]));
}

const placeKey = (unit: Unit): string =>
  `${unit.place.commentId} ${unit.place.version} ${unit.place.span.start} ${unit.place.span.end}`;

function choose(drafts: readonly Draft[]): readonly Draft[] {
  const best = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = `${placeKey(draft.from)}>${placeKey(draft.to)}`;
    const known = best.get(key);
    if (known === undefined || isBetter(draft, known)) best.set(key, draft);
  }
  return [...best.values()];
}

function isBetter(a: Draft, b: Draft): boolean {
  if (a.confidence !== b.confidence) return a.confidence > b.confidence;
  return relationKinds.indexOf(a.kind) < relationKinds.indexOf(b.kind);
}

function written(drafts: readonly Draft[]): ProposedRelations {
  const stances: ProposedStance[] = [];
  const relations = drafts.map((draft): ProposedRelation => {
    const { kind, attack, method } = draft;
    const [from, to] = [draft.from.place, draft.to.place];
    if (draft.stance !== null) stances.push({ toward: to, stance: draft.stance, evidence: from });
    const confidence = Math.round(draft.confidence * 1000) / 1000;
    return { kind, attack, from, to, confidence, method, evidence: [from, to] };
  });
  return { relations, stances };
}
