import { z } from "zod";
import { ClaimItem, ConceptName, drawn, layer, limit, RelationItem } from "../shapes.ts";

/**
 * `a` and `b` are labels of concepts in any case, their ids, or words to search for. `limit` bounds the
 * claims.
 */
export const DebateInput = z
  .strictObject({
    a: z.string().trim().min(1),
    b: z.string().trim().min(1),
    limit: limit(120),
    extractor: layer,
    relations: drawn,
  })
  .readonly();

/**
 * How one of the two subjects was understood: as `concepts`, or, where none has that label, as a `text` to
 * find.
 */
export const Subject = z
  .strictObject({
    asked: z.string(),
    how: z.enum(["concept", "text"]),
    label: z.string(),
    concepts: z.array(ConceptName).readonly(),
  })
  .readonly();
export type Subject = z.output<typeof Subject>;

/**
 * Someone who takes part: an author, a reader who took sides with a button or a vote (no claims), or the
 * unknown person whom one comment quotes (`isKnown` false, `commentId` names the comment, the name is
 * "quoted, speaker unknown").
 *
 * `towardA` and `towardB` count claims that speak for the subject minus those that speak against it.
 */
export const Participant = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    isKnown: z.boolean(),
    commentId: z.string().nullable(),
    claims: z.int(),
    towardA: z.int(),
    towardB: z.int(),
  })
  .readonly();
export type Participant = z.output<typeof Participant>;

/**
 * People who stand together: they disagree with the other side more than with each other.
 *
 * `towardA` and `towardB` say how the members speak of the two subjects, null when the words do not tell.
 * `label` says so in words ("against RL, for SSL"), or names the members. `central` are ids of the members' claims
 * that draw the most relations, at most three.
 */
export const Side = z
  .strictObject({
    id: z.enum(["first", "second"]),
    label: z.string(),
    towardA: z.enum(["for", "against"]).nullable(),
    towardB: z.enum(["for", "against"]).nullable(),
    members: z.array(Participant).readonly(),
    central: z.array(z.string()).readonly(),
  })
  .readonly();
export type Side = z.output<typeof Side>;
const SideId = Side.unwrap().shape.id;

/**
 * A claim of the debate. `about` says which subject it is about; it is empty for a claim that came in because
 * it disagrees with one that is. `side` is that of its earliest speaker, null when that has none.
 */
const DebateClaim = z
  .strictObject({
    ...ClaimItem.unwrap().shape,
    about: z.array(z.enum(["a", "b"])).readonly(),
    participantId: z.string().nullable(),
    side: SideId.nullable(),
    leaning: z.strictObject({ a: z.int(), b: z.int() }).readonly(),
  })
  .readonly();

/**
 * Someone whom the two sides leave out: `no-position` when they neither disagree nor agree with anybody here and
 * their words do not judge; `other-dispute` when they do, but only with people who are on neither side.
 */
export const Bystander = z
  .strictObject({ ...Participant.unwrap().shape, why: z.enum(["no-position", "other-dispute"]) })
  .readonly();
export type Bystander = z.output<typeof Bystander>;

/**
 * A disagreement across the sides. `answers` are the ids of relations that end on the attacking claim;
 * `replies` are the comments of the attacked side that answer or quote the attacking comment, whatever they
 * say there.
 */
export const Clash = z
  .strictObject({
    relation: RelationItem,
    fromSide: SideId,
    toSide: SideId,
    answers: z.array(z.string()).readonly(),
    replies: z.array(z.string()).readonly(),
  })
  .readonly();
export type Clash = z.output<typeof Clash>;

const Shown = z.strictObject({ shown: z.int(), total: z.int() }).readonly();

/**
 * Who stands where about two subjects, and where they clash.
 *
 * `claims` are those about either subject and those one `disagrees-with` away, the most discussed first;
 * `relations` the relations among them that are drawn, of any kind. `suggestions` counts the others among
 * them, which are not sure; they make no sides, no clashes and no counts. `clashes` are ranked by confidence,
 * then by answers. `unanswered` holds the ids of disagreements to which the attacked side wrote no reply.
 * `apart` are the people whose words place them on no side. `note` says when a subject was searched for as
 * text, or has more claims than were looked at.
 */
export const DebateOutput = z
  .strictObject({
    a: Subject,
    b: Subject,
    sides: z.array(Side).readonly(),
    apart: z.array(Bystander).readonly(),
    claims: z.array(DebateClaim).readonly(),
    relations: z.array(RelationItem).readonly(),
    clashes: z.array(Clash).readonly(),
    unanswered: z.array(z.string()).readonly(),
    suggestions: z.int(),
    counts: z.strictObject({ claims: Shown, relations: Shown, clashes: Shown }).readonly(),
    note: z.string().nullable(),
  })
  .readonly();
export type DebateOutput = z.output<typeof DebateOutput>;
