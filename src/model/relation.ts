import { z } from "zod";
import { Place } from "./span.ts";

const shared = {
  id: z.string().min(1),
  from: z.string().min(1),
  to: z.string().min(1),
  fromClaim: z.string().min(1),
  toClaim: z.string().min(1),
  confidence: z.number().min(0).max(1),
  method: z.string(),
  evidence: z.array(Place).readonly(),
  extractor: z.string(),
  speaker: z.string().nullable(),
  createdAt: z.string().nullable(),
};

/**
 * A relation between two locutions, and so between their claims.
 *
 * It reads from left to right: the answering words, `from`, to those answered, `to`; `supports` runs from premise
 * to conclusion. `confidence` is a probability with three decimals, `method` names the rule, `evidence` the words
 * that show it, `speaker` who said `from`. One extractor gives one kind for an ordered pair.
 */
export const Relation = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("responds-to"), ...shared }),
  z.strictObject({
    kind: z.literal("disagrees-with"),
    ...shared,
    attack: z.enum(["rebut", "undermine", "undercut"]),
    undercuts: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal("refines"), ...shared }),
  z.strictObject({ kind: z.literal("supports"), ...shared }),
]);
export type Relation = Readonly<z.output<typeof Relation>>;
export type RelationKind = Relation["kind"];

/** The kinds, strongest first: of two that fit an ordered pair, the earlier one stands. */
export const relationKinds = [
  "disagrees-with",
  "refines",
  "responds-to",
  "supports",
] as const satisfies readonly RelationKind[];

/**
 * A relation is shown by default from this confidence on; one below it is a suggestion for review. At it,
 * more than half of what is shown should be right (`npm run eval -- gold`, `npm run eval -- own`).
 */
export const sureConfidence = 0.45;

/** Whether only an extractor says so, and is not sure. What maps, edits and people say is never a suggestion. */
export function isSuggestion({
  confidence,
  method,
  extractor,
}: Pick<Relation, "confidence" | "method" | "extractor">): boolean {
  const isStated = method === "edited" || extractor === "human" || extractor.startsWith("import:");
  return confidence < sureConfidence && !isStated;
}

/** The name of a kind in Cypher: `disagrees-with` is `DISAGREES_WITH`. */
export function relationshipType(kind: RelationKind): string {
  return kind.toUpperCase().replaceAll("-", "_");
}
