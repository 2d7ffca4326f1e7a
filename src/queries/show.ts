import { z } from "zod";
import { CommentOutput } from "./comment.ts";
import {
  ClaimItem,
  ConceptItem,
  ConceptName,
  Person,
  QuoteItem,
  RelationItem,
  StanceItem,
  WordsInComment,
} from "./shapes.ts";

/** `id` is any id of the store or a prefix of one; the id of a locution stands for its claim. */
export const ShowInput = z.strictObject({ id: z.string().trim().min(1) }).readonly();

/** A claim with every locution in its comment, its relations both ways, what it is about and who holds what. */
const ShownClaim = z.strictObject({
  kind: z.literal("claim"),
  id: z.string(),
  text: z.string(),
  locutions: z.array(WordsInComment).readonly(),
  incoming: z.array(RelationItem).readonly(),
  outgoing: z.array(RelationItem).readonly(),
  concepts: z.array(ConceptName).readonly(),
  stances: z.array(StanceItem).readonly(),
});

const ShownConcept = z.strictObject({
  kind: z.literal("concept"),
  concept: ConceptItem,
  broader: z.array(ConceptName).readonly(),
  narrower: z.array(ConceptName).readonly(),
  claims: z.array(ClaimItem).readonly(),
  stances: z.array(StanceItem).readonly(),
});

const ShownAuthor = z.strictObject({
  kind: z.literal("author"),
  author: Person,
  comments: z.int(),
  claimCount: z.int(),
  claims: z.array(ClaimItem).readonly(),
  stances: z.array(StanceItem).readonly(),
});

/** One thing of the store with all that is known of it. Lists of claims hold the 50 most discussed. */
export const ShowOutput = z.discriminatedUnion("kind", [
  ShownClaim,
  ShownConcept,
  ShownAuthor,
  z.strictObject({ kind: z.literal("comment"), comment: CommentOutput }),
  z.strictObject({
    kind: z.literal("relation"),
    relation: RelationItem,
    from: WordsInComment,
    to: WordsInComment,
  }),
  z.strictObject({
    kind: z.literal("quote"),
    quote: QuoteItem,
    commentText: z.string(),
    quotedBy: Person.nullable(),
  }),
]);
export type ShowOutput = Readonly<z.output<typeof ShowOutput>>;
