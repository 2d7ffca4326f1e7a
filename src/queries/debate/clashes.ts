import { compareStrings } from "../../model/id.ts";
import type { RelationItem } from "../shapes.ts";
import { speakerOf } from "./participants.ts";
import type { Clash, Side } from "./shapes.ts";

export type SideOf = (participantId: string) => Side["id"] | null;

/**
 * The disagreements across the sides, by confidence, then by how much they were answered, then by id.
 *
 * An answer is a relation of somebody else to the attacker's claim, `supports` aside.
 */
export function findClashes(relations: readonly RelationItem[], sideOf: SideOf): readonly Clash[] {
  return relations
    .filter((relation) => relation.kind === "disagrees-with")
    .flatMap((relation): Clash[] => {
      const fromSide = sideOf(speakerOf(relation.from).id);
      const toSide = sideOf(speakerOf(relation.to).id);
      if (fromSide === null || toSide === null || fromSide === toSide) return [];
      return [
        { relation, fromSide, toSide, answers: answersTo(relation, relations).map((answer) => answer.id) },
      ];
    })
    .sort(
      (a, b) =>
        b.relation.confidence - a.relation.confidence ||
        b.answers.length - a.answers.length ||
        compareStrings(a.relation.id, b.relation.id),
    );
}

function answersTo(attack: RelationItem, relations: readonly RelationItem[]): readonly RelationItem[] {
  const attacker = speakerOf(attack.from).id;
  return relations.filter(
    (relation) =>
      relation.id !== attack.id &&
      relation.kind !== "supports" &&
      relation.to.claimId === attack.from.claimId &&
      speakerOf(relation.from).id !== attacker,
  );
}

/** Disagreements that neither the person attacked nor anybody on their side answered. Of somebody quoted, none is asked. */
export function findUnanswered(relations: readonly RelationItem[], sideOf: SideOf): readonly RelationItem[] {
  return relations.filter((attack) => {
    if (attack.kind !== "disagrees-with") return false;
    const attacked = speakerOf(attack.to);
    if (!attacked.isKnown || attacked.id === speakerOf(attack.from).id) return false;
    const side = sideOf(attacked.id);
    return !answersTo(attack, relations).some((answer) => {
      const speaker = speakerOf(answer.from).id;
      return speaker === attacked.id || (side !== null && sideOf(speaker) === side);
    });
  });
}
