import { z } from "zod";
import { Span } from "../../model/span.ts";
import { ClaimItem, ConceptName, drawn, layer, limit, RelationItem, WordsInComment } from "../shapes.ts";

/** `claim` is the id of a claim or words to find it by; `author`, a name in any case or an id, says whose. */
export const TraceInput = z
  .strictObject({
    claim: z.string().trim().min(1),
    author: z.string().trim().min(1).nullable().default(null),
    limit: limit(20),
    extractor: layer,
    relations: drawn,
  })
  .readonly();

/** What an author changed: spans that went away in the earlier wording, and spans that are new in the later. */
export const WordChange = z
  .strictObject({
    from: z.string(),
    removed: z.array(Span).readonly(),
    added: z.array(Span).readonly(),
  })
  .readonly();
export type WordChange = z.output<typeof WordChange>;

/**
 * One wording of the line. `refines` are the relations by which it refines earlier wordings, or they refine
 * it; it is empty for a wording that refines nothing, such as one that says the same claim again. `change`
 * compares it with the wording that it refines, of several with the nearest, else with the one before it
 * (`from` is that one's locution); it is null for a first one that refines nothing. The spans count in the
 * two `text`s, not in the comments.
 */
export const TraceStep = z
  .strictObject({
    words: WordsInComment,
    refines: z.array(RelationItem).readonly(),
    change: WordChange.nullable(),
    attacks: z
      .array(z.strictObject({ attack: RelationItem, answers: z.array(RelationItem).readonly() }).readonly())
      .readonly(),
  })
  .readonly();
export type TraceStep = z.output<typeof TraceStep>;

/**
 * One claim's line: the wordings of one author joined by `refines`, oldest first.
 *
 * `suggestions` counts further refinements and attacks that are not sure and not drawn. `total` counts the
 * wordings; `steps` holds the first `limit`. `claim` is the one found, `others` further claims that the words
 * may have meant, nearest first, without those of `steps` and `near`. Where the line holds a single claim,
 * `isAlone` is true and `near` lists the author's nearest other claims on the same concepts: they are near, not
 * refinements.
 */
export const TraceOutput = z
  .strictObject({
    claim: ClaimItem,
    others: z.array(ClaimItem).readonly(),
    total: z.int(),
    steps: z.array(TraceStep).readonly(),
    isAlone: z.boolean(),
    suggestions: z.int(),
    near: z
      .array(z.strictObject({ claim: ClaimItem, shared: z.array(ConceptName).readonly() }).readonly())
      .readonly(),
  })
  .readonly();
export type TraceOutput = z.output<typeof TraceOutput>;
