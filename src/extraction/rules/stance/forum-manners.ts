import { stanceOfReply } from "./stance-of-reply.ts";

/** A reply in its writer's own words, with what it answers, and what readers' buttons say of it. */
export interface Exchange {
  readonly reply: string;
  readonly answered: string;
  /** Whether its writer says by a button that what is answered changed their mind. */
  readonly isConvinced: boolean;
  /** Whether anybody disapproved of it by a button. */
  readonly isOpposed: boolean;
}

/** From these probabilities on a reply shows by its words that it disagrees, and that it agrees. */
const [sureAgainst, sureFor] = [0.7, 0.6];
/**
 * How many plain disagreements there are to a plain agreement where the weights of stances hold as they are:
 * of sentences the mixture among the threads that these are trained on (52 and 29 of 336 replies); of whole
 * replies chosen on the dev part of reply stances, six forums (`npm run eval -- stance`), as are the next
 * two.
 */
const usualRatio = { sentence: 52 / 29, comment: 4 } as const;
/** So many replies of the usual mixture are added to what is counted. */
const added = 40;
/** How far the log of the counted ratio moves the log odds. */
const slope = 0.5;

/**
 * By how much likelier a reply of a forum disagrees than one of those that the weights were learned from, in
 * log odds: 0 where nothing is counted, above 0 where people disagree more openly than agree, below 0 in
 * friendly places.
 *
 * Counts replies that plainly disagree and plainly agree. A mind that was changed is an agreement, a
 * disapproving button a disagreement; approving ones are counted nowhere, since they are manners as often as
 * assent. Linear in the words.
 *
 * @param options.grain - whether sentences are weighed by it, as relations are, or whole replies. Default
 *   `sentence`.
 */
export function mannersOf(
  exchanges: Iterable<Exchange>,
  { grain = "sentence" }: { readonly grain?: "sentence" | "comment" } = {},
): number {
  let [against, agreeing] = [0, 0];
  for (const { reply, answered, isConvinced, isOpposed } of exchanges) {
    const stance = stanceOfReply(reply, answered);
    if (stance.against >= sureAgainst) against++;
    if (stance.for >= sureFor || isConvinced) agreeing++;
    if (isOpposed) against++;
  }
  const usual = usualRatio[grain];
  const share = usual / (1 + usual);
  const ratio = (against + added * share) / (agreeing + added * (1 - share));
  return slope * Math.log(ratio / usual);
}
