import { z } from "zod";
import { Claim, Concept, Correction, Locution, Stance } from "./claim.ts";
import { Author, Comment, Source, Thread, Version } from "./comment.ts";
import { Origin } from "./origin.ts";
import { Quote } from "./quote.ts";
import { Relation } from "./relation.ts";
import { Place } from "./span.ts";

/** The major version of the graph JSON that this code writes and reads. */
export const graphVersion = 1;

/**
 * A comment with its texts and what was extracted from it.
 *
 * `fingerprint` is that of the one layer that read it, `fingerprints` of all where there are several, or
 * where one waits to read it again. `termLayers` says beside each of `terms` which layers found it; absent
 * where one found all.
 */
const GraphComment = z
  .strictObject({
    ...Comment.unwrap().shape,
    versions: z.array(Version.unwrap().omit({ commentId: true })).readonly(),
    language: z.string().nullable(),
    fingerprint: z.string().nullable(),
    fingerprints: z.array(z.string()).readonly().optional(),
    terms: z.array(z.string()).readonly(),
    termLayers: z.array(z.string()).readonly().optional(),
  })
  .readonly();

const GraphClaim = z
  .strictObject({ ...Claim.unwrap().shape, conceptIds: z.array(z.string()).readonly() })
  .readonly();

const GraphConcept = z
  .strictObject({
    ...Concept.unwrap().shape,
    mentions: z
      .array(
        z.strictObject({ id: z.string(), ...Place.unwrap().shape, origin: Origin.nullable() }).readonly(),
      )
      .readonly(),
  })
  .readonly();

/**
 * The arrays of the graph JSON in the order in which they are written, with the schema of one element each.
 *
 * A reader that wants to apply them as they come meets what a record refers to before the record itself.
 */
export const graphArrays = {
  sources: Source,
  authors: Author,
  threads: Thread,
  comments: GraphComment,
  quotes: Quote,
  concepts: GraphConcept,
  claims: GraphClaim,
  locutions: Locution,
  relations: Relation,
  stances: Stance,
  corrections: Correction,
} as const;
export type GraphArrayName = keyof typeof graphArrays;
export type GraphElement<Name extends GraphArrayName = GraphArrayName> = z.output<(typeof graphArrays)[Name]>;

/** One element of the graph JSON with the array that it stands in. */
export type GraphRecord = {
  [Name in GraphArrayName]: { readonly array: Name; readonly element: GraphElement<Name> };
}[GraphArrayName];

type Fingerprints = Pick<GraphElement<"comments">, "fingerprint" | "fingerprints">;

/** What a graph JSON says of the layers that read a comment, as a store keeps it. */
export function fingerprintsOf({ fingerprint, fingerprints }: Fingerprints): readonly string[] {
  return fingerprints ?? (fingerprint === null ? [] : [fingerprint]);
}

/** A comment of a graph as a store keeps it, apart from what was found in it and which layers read it. */
export function partsOfComment(element: GraphElement<"comments">) {
  const {
    versions,
    terms,
    termLayers,
    language,
    fingerprint: _one,
    fingerprints: _all,
    ...comment
  } = element;
  return { comment, versions, terms, termLayers, language, fingerprints: fingerprintsOf(element) };
}
