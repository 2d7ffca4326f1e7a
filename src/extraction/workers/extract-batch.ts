import type { ContextComment } from "../../model/extraction.ts";
import type { Extractor } from "../extractor.ts";
import { packError } from "./failure.ts";
import type { Outcome, SentComment, SentTask } from "./thread-protocol.ts";

/** An extractor that can be told to work in a thread. */
export type ThreadedExtractor = Extractor & Required<Pick<Extractor, "statementsOf">>;

/** Whether what a comment states follows from the comment alone, so that several can be extracted at once. */
export function isThreaded(extractor: Extractor): extractor is ThreadedExtractor {
  return extractor.statementsOf !== undefined;
}

/**
 * Extracts comments one after the other; an error in one is its outcome and the others are extracted.
 *
 * What a comment of the context states is found here where it is not known yet, once for all that look at it: from its
 * extraction where that was in this batch, else from its words alone. So the result does not depend on how comments
 * were dealt out.
 */
export async function extractBatch(
  extractor: ThreadedExtractor,
  tasks: readonly SentTask[],
): Promise<readonly Outcome[]> {
  const met = new Map<SentComment, ContextComment>();
  const read = (comment: SentComment): ContextComment => {
    if ("statements" in comment) return comment;
    const known = met.get(comment) ?? { ...comment, statements: extractor.statementsOf(comment) };
    met.set(comment, known);
    return known;
  };
  const outcomes: Outcome[] = [];
  for (const { comment, context } of tasks) {
    try {
      const extraction = await extractor.extract(comment, {
        ...context,
        ancestors: context.ancestors.map(read),
        quoted: context.quoted.map(read),
        earlier: context.earlier.map(read),
      });
      if (!met.has(comment)) met.set(comment, { ...comment, statements: extraction.statements });
      outcomes.push({ extraction });
    } catch (error) {
      outcomes.push({ failure: packError(error) });
    }
  }
  return outcomes;
}
