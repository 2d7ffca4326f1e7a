import type { Write } from "../../src/model/change.ts";
import { type GraphRecord, graphArrays } from "../../src/model/graph.ts";
import { compareStrings } from "../../src/model/id.ts";

/** What `records` must give after writes that save each record once. */
export function expectedRecords(writes: readonly Write[]): readonly GraphRecord[] {
  const rows = <Id extends Write["write"]>(write: Id) =>
    writes.flatMap((one) => (one.write === write ? [...one.rows] : [])) as Extract<
      Write,
      { write: Id }
    >["rows"][number][];
  const byKey = <Type>(list: readonly Type[], keyOf: (one: Type) => string) =>
    list.toSorted((a, b) => compareStrings(keyOf(a), keyOf(b)));
  const sorted = <Type extends { readonly id: string }>(list: readonly Type[]) => byKey(list, ({ id }) => id);
  const extracted = new Map(rows("save-extracted").map((one) => [one.commentId, one]));
  const terms = new Map(rows("save-terms").map((one) => [one.commentId, one.terms]));
  const abouts = new Map(rows("save-abouts").map((one) => [one.claimId, one.conceptIds]));
  const elements: Record<string, readonly unknown[]> = {
    sources: sorted(rows("save-sources")),
    authors: sorted(rows("save-authors")),
    threads: sorted(rows("save-threads")),
    comments: sorted(rows("save-comments")).map((comment) => ({
      ...comment,
      versions: sorted(rows("save-versions").filter(({ commentId }) => commentId === comment.id)).map(
        ({ commentId: _commentId, ...version }) => version,
      ),
      language: extracted.get(comment.id)?.language ?? null,
      fingerprint: extracted.get(comment.id)?.fingerprints[0] ?? null,
      terms: (terms.get(comment.id) ?? []).map(({ key, span }) => `${span.start}-${span.end} ${key}`),
    })),
    quotes: sorted(rows("save-quotes")),
    claims: sorted(rows("save-claims")).map((claim) => ({
      ...claim,
      conceptIds: (abouts.get(claim.id) ?? []).toSorted(compareStrings),
    })),
    locutions: sorted(rows("save-locutions")),
    concepts: sorted(rows("save-concepts")).map((concept) => ({
      ...concept,
      mentions: sorted(rows("save-mentions").filter(({ conceptId }) => conceptId === concept.id)).map(
        ({ conceptId: _conceptId, ...mention }) => mention,
      ),
    })),
    relations: sorted(rows("save-relations")),
    stances: sorted(rows("save-stances")),
    corrections: sorted(rows("save-corrections")),
  };
  return Object.keys(graphArrays).flatMap((array) =>
    (elements[array] ?? []).map((element) => ({ array, element }) as GraphRecord),
  );
}
