import { z } from "zod";
import { Attribution } from "../model/claim.ts";
import { CommentStatus } from "../model/comment.ts";
import { QuoteMethod } from "../model/quote.ts";
import { relationKinds } from "../model/relation.ts";
import { Place, Span } from "../model/span.ts";

/** How many items a list holds at most. A string of digits, as it stands in a URL, will do. */
export const limit = (value: number) => z.coerce.number<number>().int().min(1).max(1000).default(value);

/** Which layer of the store a query reads: the id of an extractor; null, as by default, is the one used last. */
export const layer = z.string().trim().min(1).nullable().optional();

/**
 * Which relations are drawn: the `sure` ones (model/relation.ts) with all that people and argument maps say,
 * or `all`, the others being suggestions. Default `sure`.
 */
export const drawn = z.enum(["sure", "all"]).optional();

/** A person: an author of the store. */
export const Person = z.strictObject({ id: z.string(), name: z.string() }).readonly();
export type Person = z.output<typeof Person>;

/**
 * Words in a comment, with who said them and when.
 *
 * `speaker` is null where nobody knows; `isQuoted` then says whether the words are a quotation of somebody
 * unknown. `text` is what `span` means in version `version` of the comment. `leadIn` is shown before the
 * words. Where the words only report somebody, `reported` is the place that names them, with the person who
 * takes part and is meant by it; null as person where that is nobody, or not known. The speaker as that
 * person tells of an earlier view.
 */
export const Words = z
  .strictObject({
    locutionId: z.string(),
    claimId: z.string(),
    commentId: z.string(),
    version: z.string(),
    span: Span,
    text: z.string(),
    leadIn: z.strictObject({ span: Span, text: z.string() }).readonly().nullable(),
    speaker: Person.nullable(),
    isQuoted: z.boolean(),
    attribution: Attribution,
    reported: z
      .strictObject({ span: Span, text: z.string(), person: Person.nullable() })
      .readonly()
      .nullable(),
    createdAt: z.string().nullable(),
  })
  .readonly();
export type Words = z.output<typeof Words>;

/** Words with the whole text of the comment's version, so that `span` can be highlighted in it. */
export const WordsInComment = z
  .strictObject({
    ...Words.unwrap().shape,
    commentText: z.string(),
    commentAuthor: Person.nullable(),
    url: z.string().nullable(),
  })
  .readonly();
export type WordsInComment = z.output<typeof WordsInComment>;

export const ConceptName = z.strictObject({ id: z.string(), label: z.string() }).readonly();
export type ConceptName = z.output<typeof ConceptName>;

/**
 * What words answer that say nothing by themselves. `claimId` is null where only the comment answered is
 * known; then `text` is its start.
 */
const Answered = z
  .strictObject({
    claimId: z.string().nullable(),
    commentId: z.string(),
    text: z.string(),
    speaker: Person.nullable(),
  })
  .readonly();
export type Answered = z.output<typeof Answered>;

/**
 * A claim in a list. `words` is its earliest locution and `text` what that says, so that who is named beside a
 * text said it; `locutions` counts those that state it. `attacks` counts the `disagrees-with` that end on it,
 * `relations` all relations at either end; suggestions count where they are drawn. `answers` is what a claim
 * is on that says nothing by itself ("I doubt that."), null for all others.
 */
export const ClaimItem = z
  .strictObject({
    id: z.string(),
    text: z.string(),
    words: Words,
    locutions: z.int(),
    concepts: z.array(ConceptName).readonly(),
    attacks: z.int(),
    relations: z.int(),
    answers: Answered.nullable(),
  })
  .readonly();
export type ClaimItem = z.output<typeof ClaimItem>;

/** A concept in a list, with how many claims are about it and how many people speak of it. */
export const ConceptItem = z
  .strictObject({
    id: z.string(),
    label: z.string(),
    altLabels: z.array(z.string()).readonly(),
    salience: z.number(),
    claims: z.int(),
    authors: z.int(),
  })
  .readonly();
export type ConceptItem = z.output<typeof ConceptItem>;

export const KindOfRelation = z.enum(relationKinds);

/**
 * What a person said of a relation: that it is right, that it is wrong, or (`change`) what stands between its
 * words instead: `says`. `by` may be empty; `drawn` is the id of the relation that the person drew, this one
 * or the one in its place.
 */
export const RelationCorrection = z
  .strictObject({
    id: z.string(),
    action: z.enum(["accept", "reject", "change"]),
    by: z.string(),
    at: z.string().nullable(),
    says: z.enum(relationKinds).nullable(),
    drawn: z.string().nullable(),
  })
  .readonly();
export type RelationCorrection = z.output<typeof RelationCorrection>;

/**
 * A relation with the words at both ends. It reads from left to right: `from` answers, refines or supports
 * `to`. Who and when are those of `from`. `attack` and `undercuts` are null for all but `disagrees-with`.
 * `isSuggestion` says that nobody but an extractor says so, and that it is not sure; `acceptedBy` names who
 * said that it is right, and `correction` holds what a person said of it.
 */
export const RelationItem = z
  .strictObject({
    id: z.string(),
    kind: KindOfRelation,
    attack: z.enum(["rebut", "undermine", "undercut"]).nullable(),
    undercuts: z.string().nullable(),
    from: Words,
    to: Words,
    confidence: z.number(),
    method: z.string(),
    extractor: z.string(),
    evidence: z.array(Place).readonly(),
    createdAt: z.string().nullable(),
    isSuggestion: z.boolean(),
    acceptedBy: z.string().nullable(),
    correction: RelationCorrection.nullable(),
  })
  .readonly();
export type RelationItem = z.output<typeof RelationItem>;

/** An author's position, with the claim's or concept's words. */
export const StanceItem = z
  .strictObject({
    id: z.string(),
    author: Person,
    stance: z.enum(["for", "against", "neutral"]),
    method: z.string(),
    target: z
      .strictObject({ kind: z.enum(["claim", "concept"]), id: z.string(), text: z.string() })
      .readonly(),
    createdAt: z.string().nullable(),
  })
  .readonly();
export type StanceItem = z.output<typeof StanceItem>;

/**
 * A neighbour of a comment in its thread: enough to name it and to go there. `start` is the first words of its
 * author; what they quote is left out.
 */
export const CommentItem = z
  .strictObject({
    id: z.string(),
    author: Person.nullable(),
    createdAt: z.string().nullable(),
    start: z.string(),
    status: CommentStatus,
  })
  .readonly();
export type CommentItem = z.output<typeof CommentItem>;

/** A quote with its words, whom it quotes and where the words were copied from. */
export const QuoteItem = z
  .strictObject({
    id: z.string(),
    commentId: z.string(),
    version: z.string(),
    span: Span,
    text: z.string(),
    how: QuoteMethod,
    score: z.number(),
    speaker: Person.nullable(),
    source: Place.nullable(),
    answer: Span.nullable(),
  })
  .readonly();
export type QuoteItem = z.output<typeof QuoteItem>;

/**
 * That a comment answers another, as the input says. `direction` is that of a claim in the first: `out` where
 * its comment answers `comment`, `in` where `comment` answers its own. `passage` holds the quoted words that
 * are answered, where the input shows them, and is null where only the comments are known.
 */
export const AnswerItem = z
  .strictObject({
    direction: z.enum(["in", "out"]),
    ofComment: z.string(),
    comment: CommentItem,
    passage: z.string().nullable(),
  })
  .readonly();
export type AnswerItem = z.output<typeof AnswerItem>;

/** Says how many of how many a list holds: `items.length` of `total`. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ total: z.int(), items: z.array(item).readonly() }).readonly();
