import type { Question } from "./model-request.ts";

/** Tokens for a word and for a mark: together 1.3 for each blank-parted word of English forum text. */
const tokensPerWord = 1.15;
const tokensPerMark = 0.6;
/** Tokens of an answer for each sentence that is read: a claim, and mostly one relation with its reason. */
const tokensPerSentence = 55;
const tokensOfFrame = 40;

/** About how many tokens a text is. */
export function tokensOf(text: string): number {
  let words = 0;
  let marks = 0;
  for (const [piece] of text.matchAll(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu))
    if (/^[\p{L}\p{N}\p{M}]/u.test(piece)) words++;
    else marks++;
  return Math.ceil(words * tokensPerWord + marks * tokensPerMark);
}

/** What asking a question takes by estimate. */
export function estimateTokens({ request, sentences }: Question): {
  readonly input: number;
  readonly output: number;
} {
  const { system, user, schema } = request;
  return {
    input: tokensOf(system) + tokensOf(user) + tokensOf(JSON.stringify(schema)),
    output: tokensOfFrame + tokensPerSentence * sentences,
  };
}
