import type { Answer } from "./answer-words.ts";

/** A sentence ends at its mark or its line. */
const sentenceEnd = /(?<=[.!?…]["”’)]?)\s+|\n+/u;

/** A whole reply as an answer to the whole of a comment. */
export function answerOfReply(reply: string, parent: string): Answer {
  const [sentence = reply, ...after] = reply.split(sentenceEnd).filter((one) => one.trim() !== "");
  return { sentence, before: [], after, answered: parent, isAfterQuote: false, grain: "comment" };
}
