import { readFile } from "node:fs/promises";
import { answerInput } from "../../src/extraction/rules/relations/answer-input.ts";
import { answerPairs } from "../../src/extraction/rules/relations/answer-pairs.ts";
import type { Naming } from "../../src/extraction/rules/relations/named-surely.ts";
import { passagesOf } from "../../src/extraction/rules/relations/passages.ts";
import type { Statement } from "../../src/model/claim.ts";
import { asContext, segmented } from "../../test/support/segmented.ts";
import type { LabelledAnswer } from "./label-pairs.ts";
import { trainingFolder } from "./training-threads.ts";
import type { NamedWeights } from "./write-weights.ts";

const namings = ["mark", "place", "pointer", "step"] as const satisfies readonly Naming[];

/**
 * So many of so many names count as right before any is counted: what is written for training is easier to
 * tell than what people write.
 */
const before = { right: 6, all: 10 } as const;

/**
 * A comment with replies that name parts of it, and which of their sentences answer which, by their first
 * words.
 */
interface NamingReplies {
  readonly above: string;
  readonly replies: readonly { readonly text: string; readonly answers: readonly (readonly string[])[] }[];
}

interface Judged {
  readonly naming: Naming;
  readonly isRight: boolean;
}

/**
 * Shares of the statements named that are answered, by what they are named by; of threads, by the labels of
 * reader c.
 */
export async function trainNamed(labelled: readonly LabelledAnswer[]): Promise<NamedWeights> {
  const ofThreads = labelled.flatMap(({ pair: { naming }, given }): Judged[] =>
    naming === null || given === null ? [] : [{ naming, isRight: given.c !== null }],
  );
  const all = [...ofThreads, ...(await writtenReplies()).flatMap(judgedIn)];
  const share = Object.fromEntries(
    namings.map((naming) => {
      const found = all.filter((one) => one.naming === naming);
      const right = found.filter(({ isRight }) => isRight).length;
      return [naming, Math.round(((right + before.right) / (found.length + before.all)) * 1000) / 1000];
    }),
  );
  return { share };
}

async function writtenReplies(): Promise<readonly NamingReplies[]> {
  const text = await readFile(`${trainingFolder}pairs/named.jsonl`, "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as NamingReplies);
}

/** Each statement that a reply names, every sentence being one, and whether the reply answers it. */
function judgedIn({ above, replies }: NamingReplies): readonly Judged[] {
  const context = asContext(segmented(above, { id: "above", authorId: "ann" }));
  return replies.flatMap(({ text, answers }) => {
    const reply = segmented(text, { id: "reply", authorId: "ben", parentId: "above" });
    const statements = reply.segments.map(({ span }): Statement => ({ span, leadIn: null, quoteId: null }));
    const input = answerInput(reply, statements, { ancestors: [context], quoted: [] });
    const isAnswer = (from: string, to: string): boolean =>
      answers.some(([start = "", end = ""]) => from.startsWith(start) && withoutMark(to).startsWith(end));
    return passagesOf(input).flatMap((passage) =>
      [...answerPairs(passage, input.resemblance)].flatMap(({ naming, from, to }): Judged[] =>
        naming === null ? [] : [{ naming, isRight: isAnswer(from.text, to.text) }],
      ),
    );
  });
}

const withoutMark = (text: string): string => text.replace(/^(?:\(?[\da-z][.)]|-)\s+/u, "");
