import { compareStrings } from "../../model/id.ts";
import { groupBy } from "../read-rows.ts";
import type { RelationItem } from "../shapes.ts";
import { speakerOf } from "./participants.ts";
import type { Clash, Side } from "./shapes.ts";

/** A comment that answers or quotes another, and who wrote it. */
interface Reply {
  readonly replyId: string;
  readonly authorId: string | null;
}

/** Who stands where, and which comments answer a comment: what is needed to find clashes. */
export interface Positions {
  readonly sideOf: (participantId: string) => Side["id"] | null;
  readonly repliesTo: (commentId: string) => readonly Reply[];
}

/**
 * The disagreements across the sides, by confidence, then by how much they were answered, then by id.
 *
 * An answer is a relation of somebody else to the attacker's claim, `supports` aside.
 */
export function findClashes(relations: readonly RelationItem[], positions: Positions): readonly Clash[] {
  const answering = byTarget(relations);
  return relations
    .filter((relation) => relation.kind === "disagrees-with")
    .flatMap((relation): Clash[] => {
      const fromSide = positions.sideOf(speakerOf(relation.from).id);
      const toSide = positions.sideOf(speakerOf(relation.to).id);
      if (fromSide === null || toSide === null || fromSide === toSide) return [];
      const answers = answersTo(relation, answering).map((answer) => answer.id);
      return [{ relation, fromSide, toSide, answers, replies: repliesOfAttacked(relation, positions) }];
    })
    .sort(
      (a, b) =>
        b.relation.confidence - a.relation.confidence ||
        b.answers.length - a.answers.length ||
        b.replies.length - a.replies.length ||
        compareStrings(a.relation.id, b.relation.id),
    );
}

/** Relations that may answer, by the claim that they end on. */
function byTarget(relations: readonly RelationItem[]): ReadonlyMap<string, readonly RelationItem[]> {
  return groupBy(
    relations.filter((relation) => relation.kind !== "supports"),
    (relation) => relation.to.claimId,
  );
}

function answersTo(
  attack: RelationItem,
  answering: ReadonlyMap<string, readonly RelationItem[]>,
): readonly RelationItem[] {
  const attacker = speakerOf(attack.from).id;
  return (answering.get(attack.from.claimId) ?? []).filter(
    (relation) => relation.id !== attack.id && speakerOf(relation.from).id !== attacker,
  );
}

/** Comments of the person attacked, or of their side, that answer or quote the attacking comment. */
function repliesOfAttacked(attack: RelationItem, { sideOf, repliesTo }: Positions): readonly string[] {
  return repliesTo(attack.from.commentId)
    .filter(({ authorId }) => authorId !== null && isOfAttacked(attack, authorId, sideOf))
    .map(({ replyId }) => replyId);
}

function isOfAttacked(attack: RelationItem, speaker: string, sideOf: Positions["sideOf"]): boolean {
  const attacked = speakerOf(attack.to).id;
  const side = sideOf(attacked);
  return speaker === attacked || (side !== null && sideOf(speaker) === side);
}

/**
 * Disagreements that neither the person attacked nor anybody on their side took up: no relation ends on the
 * attacking claim, and no comment answers or quotes the attacking comment. Of somebody quoted no answer is
 * expected.
 */
export function findUnanswered(
  relations: readonly RelationItem[],
  positions: Positions,
): readonly RelationItem[] {
  const answering = byTarget(relations);
  return relations.filter((attack) => {
    if (attack.kind !== "disagrees-with") return false;
    const attacked = speakerOf(attack.to);
    if (!attacked.isKnown || attacked.id === speakerOf(attack.from).id) return false;
    if (repliesOfAttacked(attack, positions).length > 0) return false;
    return !answersTo(attack, answering).some((answer) =>
      isOfAttacked(attack, speakerOf(answer.from).id, positions.sideOf),
    );
  });
}
