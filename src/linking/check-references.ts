import type { Concept } from "../model/claim.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { GraphElement, GraphRecord } from "../model/graph.ts";
import type { Known } from "../model/known.ts";

/** Ids that exist, in the store or earlier in the batch, by what they name. */
interface Existing {
  readonly authors: ReadonlySet<string>;
  readonly comments: ReadonlySet<string>;
  readonly threads: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
  readonly locutions: ReadonlySet<string>;
}

/**
 * Keeps records of a graph that refer to nothing out of the store.
 *
 * Records come in batches, what is referred to before what refers to it; the store is asked for the rest. A
 * record that cannot stand without what is missing (a relation without an end) is left out with a diagnostic;
 * one that can (a comment whose author is missing) loses the reference. A broader concept may come later in
 * the file: concepts without one of theirs are returned as `waiting`, to be saved again at the end.
 */
export async function checkReferences(
  records: readonly GraphRecord[],
  known: Known,
): Promise<{
  readonly records: readonly GraphRecord[];
  readonly waiting: readonly Concept[];
  readonly diagnostics: readonly Diagnostic[];
}> {
  const existing = await findExisting(records, known);
  const diagnostics: Diagnostic[] = [];
  const kept: GraphRecord[] = [];
  for (const record of records) {
    const missing: string[] = [];
    const checked = checkRecord(record, existing, missing);
    if (checked) kept.push(checked);
    if (missing.length === 0) continue;
    diagnostics.push({
      severity: "error",
      code: "import.reference-missing",
      message: `it refers to ${missing.join(" and ")}, which the graph does not hold; ${checked ? "the reference" : "it"} was left out`,
      place: `${record.array} ${record.element.id}`,
      commentId: null,
      span: null,
    });
  }
  const waiting = records.flatMap((record) => {
    if (record.array !== "concepts" || record.element.broader.every((id) => existing.concepts.has(id)))
      return [];
    const { mentions: _mentions, ...concept } = record.element;
    return [concept];
  });
  return { records: kept, waiting, diagnostics };
}

/** The record without dangling references, or null when it cannot stand without them. */
function checkRecord(record: GraphRecord, existing: Existing, missing: string[]): GraphRecord | null {
  const has = (kind: keyof Existing, id: string): boolean => {
    if (existing[kind].has(id)) return true;
    missing.push(`${kind.slice(0, -1)} ${id}`);
    return false;
  };
  const orNull = (kind: keyof Existing, id: string | null) => (id !== null && has(kind, id) ? id : null);
  switch (record.array) {
    case "comments": {
      const { element } = record;
      const authorId = orNull("authors", element.authorId);
      return { ...record, element: { ...element, authorId, threadId: orNull("threads", element.threadId) } };
    }
    case "quotes": {
      const { element } = record;
      if (!has("comments", element.commentId)) return null;
      const source = element.source && has("comments", element.source.commentId) ? element.source : null;
      return { ...record, element: { ...element, source, speaker: orNull("authors", element.speaker) } };
    }
    case "concepts": {
      const { element } = record;
      const broader = element.broader.filter((id) => existing.concepts.has(id));
      const mentions = element.mentions.filter(({ commentId }) => has("comments", commentId));
      return { ...record, element: { ...element, broader, mentions } };
    }
    case "claims": {
      const conceptIds = record.element.conceptIds.filter((id) => has("concepts", id));
      return { ...record, element: { ...record.element, conceptIds } };
    }
    case "locutions": {
      const { element } = record;
      const stands = [has("comments", element.commentId), has("claims", element.claimId)].every(Boolean);
      return stands
        ? { ...record, element: { ...element, speaker: orNull("authors", element.speaker) } }
        : null;
    }
    case "relations": {
      const { from, to, fromClaim, toClaim, speaker } = record.element;
      const ends = [
        has("locutions", from),
        has("locutions", to),
        has("claims", fromClaim),
        has("claims", toClaim),
      ];
      return ends.every(Boolean)
        ? { ...record, element: { ...record.element, speaker: orNull("authors", speaker) } }
        : null;
    }
    case "stances": {
      const { authorId, target } = record.element;
      const kind = target.kind === "claim" ? "claims" : "concepts";
      return [has("authors", authorId), has(kind, target.id)].every(Boolean) ? record : null;
    }
    default:
      return record;
  }
}

async function findExisting(records: readonly GraphRecord[], known: Known): Promise<Existing> {
  const here: Record<keyof Existing, Set<string>> = {
    authors: new Set(),
    comments: new Set(),
    threads: new Set(),
    concepts: new Set(),
    claims: new Set(),
    locutions: new Set(),
  };
  for (const { array, element } of records) if (array in here) here[array as keyof Existing].add(element.id);
  const wanted = referencesOf(records);
  const missing = (kind: keyof Existing) => [...new Set(wanted[kind])].filter((id) => !here[kind].has(id));
  for (const { id } of await known.authors(missing("authors"))) here.authors.add(id);
  for (const { id } of await known.comments(missing("comments"))) here.comments.add(id);
  for (const kind of ["threads", "concepts", "claims", "locutions"] as const)
    for (const id of await known.existing(kind, missing(kind))) here[kind].add(id);
  return here;
}

/** Every id that the records refer to, by what it names. */
function referencesOf(records: readonly GraphRecord[]): Record<keyof Existing, readonly string[]> {
  const each = <Name extends GraphRecord["array"]>(
    array: Name,
    read: (element: GraphElement<Name>) => readonly (string | null)[],
  ): readonly string[] =>
    records.flatMap((record) =>
      record.array === array ? read(record.element as GraphElement<Name>).filter((id) => id !== null) : [],
    );
  return {
    authors: [
      ...each("comments", ({ authorId }) => [authorId]),
      ...each("quotes", ({ speaker }) => [speaker]),
      ...each("locutions", ({ speaker }) => [speaker]),
      ...each("relations", ({ speaker }) => [speaker]),
      ...each("stances", ({ authorId }) => [authorId]),
    ],
    comments: [
      ...each("quotes", ({ commentId, source }) => [commentId, source?.commentId ?? null]),
      ...each("concepts", ({ mentions }) => mentions.map(({ commentId }) => commentId)),
      ...each("locutions", ({ commentId }) => [commentId]),
    ],
    threads: each("comments", ({ threadId }) => [threadId]),
    concepts: [
      ...each("concepts", ({ broader }) => broader),
      ...each("claims", ({ conceptIds }) => conceptIds),
      ...each("stances", ({ target }) => (target.kind === "concept" ? [target.id] : [])),
    ],
    claims: [
      ...each("locutions", ({ claimId }) => [claimId]),
      ...each("relations", ({ fromClaim, toClaim }) => [fromClaim, toClaim]),
      ...each("stances", ({ target }) => (target.kind === "claim" ? [target.id] : [])),
    ],
    locutions: each("relations", ({ from, to }) => [from, to]),
  };
}
