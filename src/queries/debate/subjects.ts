import { AppError } from "../../errors.ts";
import type { StoreReader } from "../../store/store.ts";
import { claimsAbout, findConcepts, suggestConcepts } from "../load/find.ts";
import type { Subject } from "./shapes.ts";

/** A subject with the claims about it, the most discussed first, and the labels to find it by in words. */
export interface FoundSubject {
  readonly subject: Subject;
  readonly claimIds: readonly string[];
  readonly labels: readonly string[];
  /** Whether there are more claims about it than are looked at. */
  readonly isCut: boolean;
}

/** Claims of a subject that are looked at; more would be a library and not a debate. */
const mostClaims = 1000;
/** Claims that a subject without a concept takes from the text search. */
const mostHits = 100;

/**
 * Understands what a debate is asked about: a concept by any of its labels, else words to search claims for.
 *
 * @throws AppError `query.no-match` where neither finds a claim.
 */
export async function findSubject(store: StoreReader, asked: string): Promise<FoundSubject> {
  const concepts = await findConcepts(store, asked);
  const [first] = concepts;
  if (first !== undefined) {
    const claimIds = await claimsAbout(
      store,
      concepts.map((concept) => concept.id),
      mostClaims,
    );
    if (claimIds.length > 0)
      return {
        subject: {
          asked,
          how: "concept",
          label: first.labels.find((label) => label.toLowerCase() === asked.toLowerCase()) ?? first.label,
          concepts: concepts.map(({ id, label }) => ({ id, label })),
        },
        claimIds,
        labels: concepts.flatMap((concept) => concept.labels),
        isCut: claimIds.length === mostClaims,
      };
  }
  const hits = await store.search(asked, { limit: mostHits, kind: "claim" });
  if (hits.length === 0)
    throw new AppError("query.no-match", `no concept and no claim is about "${asked}"`, {
      hint: await suggestConcepts(store, asked),
    });
  return {
    subject: { asked, how: "text", label: asked, concepts: [] },
    claimIds: hits.map((hit) => hit.id),
    labels: [asked],
    isCut: hits.length === mostHits,
  };
}
