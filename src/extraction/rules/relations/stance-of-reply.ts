import { signWithin } from "./sign.ts";

/** How a reply stands to what it answers, as probabilities that sum to 1. */
export interface ReplyStance {
  readonly against: number;
  readonly for: number;
  readonly neutral: number;
}

/** What a reply without any cue is held to be: disagreement is common, and neither side is worth a bet. */
const withoutCue: ReplyStance = { against: 0.35, for: 0.25, neutral: 0.4 };
/** Of what a cue leaves open, the share that goes to the neutral; the rest goes to the other side. */
const neutralShare = 0.6;

/** A sentence ends at its mark or its line. */
const sentenceEnd = /(?<=[.!?…]["”’)]?)\s+|\n+/u;

/**
 * How probably a whole reply stands against, for, or neutral to the whole comment that it answers.
 *
 * The first sentence with a cue speaks for the reply (sign.ts). The parent's words are not looked at.
 */
export function stanceOfReply(reply: string, _parent: string): ReplyStance {
  const sentences = reply.split(sentenceEnd).filter((sentence) => sentence.trim() !== "");
  const { sign, sure } = signWithin(sentences, 0);
  if (sign === "open") return withoutCue;
  const other = (1 - sure) * (1 - neutralShare);
  const neutral = (1 - sure) * neutralShare;
  return sign === "against" ? { against: sure, for: other, neutral } : { against: other, for: sure, neutral };
}
