import { z } from "zod";
import { Origin } from "./origin.ts";
import { Span } from "./span.ts";

/**
 * A stretch of one speaker's words in one comment that states a claim.
 *
 * `text` is `commentText.slice(span.start, span.end)` of the version named. `speaker` is the author; inside
 * an unresolved quote it is whoever was quoted, and null when that is unknown. `leadIn` is a second span,
 * shown before the words and never spliced in. `reported` is the place of the words that name whom the
 * speaker reports ("my boss thinks that …"); it is absent where the speaker asserts what is said.
 * `extractors` are the layers that state it, sorted; it is absent where a map states it, and then it belongs
 * to every layer.
 */
export const Locution = z
  .strictObject({
    id: z.string().min(1),
    commentId: z.string().min(1),
    version: z.string().min(1),
    span: Span,
    text: z.string().min(1),
    leadIn: Span.nullable(),
    reported: Span.optional(),
    quoteId: z.string().nullable(),
    speaker: z.string().nullable(),
    createdAt: z.string().nullable(),
    claimId: z.string().min(1),
    extractors: z.array(z.string().min(1)).min(1).readonly().optional(),
    origin: Origin.nullable(),
  })
  .readonly()
  .refine((it) => it.text.length === it.span.end - it.span.start, {
    error: "the text is not as long as its span",
  });
export type Locution = z.output<typeof Locution>;

/**
 * Whose view words put forward: the commenter's `own`, that of the person `quoted`, or one `reported`, which its
 * speaker need not hold.
 */
export const Attribution = z.enum(["own", "quoted", "reported"]);
export type Attribution = z.output<typeof Attribution>;

/**
 * A proposition that one or more locutions state. `text` is the wording of the first one stored, which also gives
 * the id. `key` is equal for two wordings of one claim (text/claim-key.ts).
 */
export const Claim = z
  .strictObject({ id: z.string().min(1), text: z.string().min(1), key: z.string() })
  .readonly();
export type Claim = z.output<typeof Claim>;

/** Where a comment speaks of a concept. */
export const Mention = z
  .strictObject({
    id: z.string().min(1),
    conceptId: z.string().min(1),
    commentId: z.string().min(1),
    version: z.string().min(1),
    span: Span,
    origin: Origin.nullable(),
  })
  .readonly();
export type Mention = z.output<typeof Mention>;

/**
 * What claims are about.
 *
 * `labels` holds the preferred and all alternative labels and is what queries match. `salience`, 0 to 1, ranks
 * concepts within one store. `broader` holds the ids of more general concepts.
 */
export const Concept = z
  .strictObject({
    id: z.string().min(1),
    prefLabel: z.string().min(1),
    altLabels: z.array(z.string()).readonly(),
    labels: z.array(z.string()).readonly(),
    salience: z.number().min(0).max(1),
    broader: z.array(z.string()).readonly(),
  })
  .readonly();
export type Concept = z.output<typeof Concept>;

/**
 * A person's position toward a claim or a concept.
 *
 * `extractor` is the layer that found it, be it in words or in a reaction to words that the layer takes for a
 * claim; it is absent where a map or a person says it, and then it belongs to every layer.
 */
export const Stance = z
  .strictObject({
    id: z.string().min(1),
    authorId: z.string().min(1),
    target: z.strictObject({ kind: z.enum(["claim", "concept"]), id: z.string().min(1) }).readonly(),
    stance: z.enum(["for", "against", "neutral"]),
    method: z.enum(["relation", "reaction", "vote", "delta", "human"]),
    evidence: z.string().nullable(),
    extractor: z.string().min(1).optional(),
    createdAt: z.string().nullable(),
  })
  .readonly();
export type Stance = z.output<typeof Stance>;

/**
 * A change made by a person. It stands above every extractor and survives a new extraction.
 *
 * `change` of an author says that the entry is the same person as the one whose id is `value`; of a claim it
 * says with which other words its own are one claim, or are not (sameness.ts).
 */
export const Correction = z
  .strictObject({
    id: z.string().min(1),
    by: z.string(),
    at: z.string().nullable(),
    action: z.enum(["accept", "reject", "change"]),
    target: z
      .strictObject({ kind: z.enum(["claim", "concept", "relation", "quote", "author"]), id: z.string() })
      .readonly(),
    value: z.string().nullable(),
  })
  .readonly();
export type Correction = z.output<typeof Correction>;

/** What somebody said at a place, before linking decides which claim it states. */
export interface Statement {
  readonly span: Span;
  readonly leadIn: Span | null;
  readonly quoteId: string | null;
}

/** A noun phrase at a place. `key` is its normal form, equal for spelling variants. */
export interface Term {
  readonly key: string;
  readonly span: Span;
}

/** A term as one string, `start-end key`, so that a store can keep a comment's terms as a list. */
export function formatTerm({ key, span }: Term): string {
  return `${span.start}-${span.end} ${key}`;
}

/**
 * Reads what `formatTerm` wrote.
 *
 * @throws SyntaxError when the string is none of its.
 */
export function parseTerm(text: string): Term {
  const match = /^(\d+)-(\d+) (.*)$/su.exec(text);
  if (!match) throw new SyntaxError(`not a term: ${text}`);
  return { key: match[3] ?? "", span: { start: Number(match[1]), end: Number(match[2]) } };
}
