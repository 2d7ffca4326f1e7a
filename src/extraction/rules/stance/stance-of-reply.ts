import type { Answer } from "./answer-words.ts";
import { type AnswerStance, stanceOfAnswer } from "./stance-of-answer.ts";

/** A sentence ends at its mark or its line. */
const sentenceEnd = /(?<=[.!?…]["”’)]?)\s+|\n+/u;

/** A whole reply as an answer to the whole of a comment. */
export function answerOfReply(reply: string, parent: string): Answer {
  const [sentence = reply, ...after] = reply.split(sentenceEnd).filter((one) => one.trim() !== "");
  return { sentence, before: [], after, answered: parent, isAfterQuote: false, grain: "comment" };
}

/**
 * How probably a whole reply stands against, for, or neutral to the whole comment that it answers, where people are by `forum`
 * likelier than usual to disagree (log odds, default 0).
 */
export function stanceOfReply(reply: string, parent: string, forum = 0): AnswerStance {
  return stanceOfAnswer(answerOfReply(reply, parent), { forum });
}
