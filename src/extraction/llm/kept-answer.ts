import { z } from "zod";
import { hashId } from "../../model/id.ts";
import { ModelAnswer } from "./answer.ts";
import type { AnswerKind } from "./model-request.ts";

/**
 * An answer as it is kept: concepts by the words that were offered and the sentences that hold them, not by
 * their numbers in a list that a later version may make otherwise.
 */
export const KeptAnswer = ModelAnswer.extend({
  concepts: z.array(z.array(z.strictObject({ text: z.string(), in: z.array(z.int()) }))),
});
export type KeptAnswer = Readonly<z.output<typeof KeptAnswer>>;

/** What begins the list of phrases, the last field of a payload. No string in it holds a line end. */
const beforeTerms = ',\n"terms": ';
const Terms = z.array(z.object({ t: z.int(), text: z.string(), in: z.array(z.int()) }));

/**
 * Answers about comments. They are kept under a hash of all but the phrases that a request offers: finding phrases
 * otherwise asks nothing anew.
 */
export const commentAnswers: AnswerKind<ModelAnswer, KeptAnswer> = {
  given: ModelAnswer,
  kept: KeptAnswer,
  keyOf: ({ promptVersion, model, system, user, schema }) => {
    const end = user.lastIndexOf(beforeTerms);
    const asked = end < 0 ? user : user.slice(0, end);
    return hashId(JSON.stringify({ promptVersion, model, system, asked, schema }));
  },
  offeredBy: ({ user }) =>
    user.slice(user.lastIndexOf(beforeTerms) + beforeTerms.length, user.lastIndexOf("]") + 1),
  keep: (answer, list) => {
    const offered = new Map(Terms.parse(JSON.parse(list)).map(({ t, ...term }) => [t, term]));
    const termOf = (t: number) => offered.get(t) ?? { text: "", in: [] };
    return { ...answer, concepts: answer.concepts.map((group) => group.map(termOf)) };
  },
};
