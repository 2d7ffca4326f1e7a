import type { ProposedRelation } from "../../../model/extraction.ts";
import type { RelationKind } from "../../../model/relation.ts";
import type { Sign } from "./sign.ts";
import type { Unit } from "./units.ts";

/** A relation as a rule draws it, before the rules are weighed against each other. */
export interface Draft {
  readonly kind: RelationKind;
  readonly attack: ProposedRelation["attack"];
  readonly from: Unit;
  readonly to: Unit;
  /** The probability that a careful reader joins these two, in this direction. */
  readonly confidence: number;
  /** Name of the rule, as kept in the relation. */
  readonly method: string;
  /** The answerer's position toward what is answered; null within one speaker's words. */
  readonly stance: "for" | "against" | null;
}

/** A relation between two speakers, of the kind that the sign of the answer gives. */
export function answerDraft(from: Unit, to: Unit, sign: Sign, confidence: number, method: string): Draft {
  return sign.sign === "against"
    ? { kind: "disagrees-with", attack: sign.attack, from, to, confidence, method, stance: "against" }
    : {
        kind: "responds-to",
        attack: null,
        from,
        to,
        confidence,
        method,
        stance: sign.sign === "for" ? "for" : null,
      };
}

/** A relation within one speaker's words. */
export function ownDraft(
  kind: RelationKind,
  from: Unit,
  to: Unit,
  confidence: number,
  method: string,
): Draft {
  return {
    kind,
    attack: kind === "disagrees-with" ? "rebut" : null,
    from,
    to,
    confidence,
    method,
    stance: null,
  };
}
