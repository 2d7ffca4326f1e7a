import type { ContextComment } from "../../model/extraction.ts";
import type { Extractor } from "../extractor.ts";
import { packError } from "./failure.ts";
import type { KeptComment } from "./sent-comments.ts";
import type { Outcome, SentTask } from "./thread-protocol.ts";

/** An extractor that can be told to work in a thread. */
export type ThreadedExtractor = Extractor & Required<Pick<Extractor, "statementsOf">>;

/** Whether what a comment states follows from the comment alone, so that several can be extracted at once. */
export function isThreaded(extractor: Extractor): extractor is ThreadedExtractor {
  return extractor.statementsOf !== undefined;
}

/**
 * Extracts comments one after the other; an error in one is its outcome and the others are extracted.
 *
 * What a comment of the context states is found here where it is not known yet, and once: from its extraction
 * where that was done here, else from its words alone. So the result does not depend on how comments were
 * dealt out.
 *
 * @param comments - those that the tasks name by their places.
 */
export async function extractBatch(
  extractor: ThreadedExtractor,
  comments: readonly KeptComment[],
  tasks: readonly SentTask[],
): Promise<readonly Outcome[]> {
  const at = (place: number): KeptComment => {
    const kept = comments[place];
    if (kept === undefined) throw new Error(`no comment at ${place}`);
    return kept;
  };
  const read = (place: number): ContextComment => {
    const kept = at(place);
    kept.read ??= { ...kept.comment, statements: extractor.statementsOf(kept.comment) };
    return kept.read;
  };
  extractor.readAhead?.(tasks.map((task) => at(task.comment).comment));
  const outcomes: Outcome[] = [];
  for (const task of tasks) {
    const own = at(task.comment);
    try {
      const context = {
        ...task.rest,
        ancestors: task.ancestors.map(read),
        quoted: task.quoted.map(read),
        earlier: task.earlier.map(read),
      };
      const extraction = await extractor.extract(own.comment, context);
      own.read ??= { ...own.comment, statements: extraction.statements };
      outcomes.push({ extraction });
    } catch (error) {
      outcomes.push({ failure: packError(error) });
    }
  }
  return outcomes;
}
