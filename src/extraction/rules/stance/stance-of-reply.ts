import { answerOfReply } from "./answer-of-reply.ts";
import { type AnswerStance, stanceOfAnswer } from "./stance-of-answer.ts";

/**
 * How probably a whole reply stands against, for, or neutral to the whole comment that it answers, where
 * people are by `forum` likelier than usual to disagree (log odds, default 0).
 */
export function stanceOfReply(reply: string, parent: string, forum = 0): AnswerStance {
  return stanceOfAnswer(answerOfReply(reply, parent), { forum });
}
