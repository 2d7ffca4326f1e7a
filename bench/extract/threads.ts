import { performance } from "node:perf_hooks";
import { shippedGlossary } from "../../src/extraction/rules/glossary.ts";
import { rules } from "../../src/extraction/rules/rules-extractor.ts";
import { ExtractionPool } from "../../src/extraction/workers/extraction-pool.ts";
import {
  type ExtractionTask,
  readContext,
  SeenComment,
} from "../../src/extraction/workers/extraction-task.ts";
import { keepLatest } from "../../src/linking/keep-latest.ts";
import type { ContextComment, Extraction } from "../../src/model/extraction.ts";
import { batches } from "../../src/pipeline/batches.ts";
import type { ForumComment } from "../support/shared-corpus.ts";
import { timed } from "../support/timing.ts";
import { cut, ForumReader } from "./forum-reader.ts";

/** So many comments are extracted in one thread, then the same by the pool, in turns. */
const commentsPerTurn = 500;
/** How far ahead of the oldest answer comments are asked for, as in the pipeline. */
const mostAhead = 256;
const commentsPerMemory = 2000;
const seenCapacity = 1000;

export interface ThreadCosts {
  readonly comments: number;
  /** By the clock: in one thread, and in the threads of the pool. */
  readonly alone: number;
  readonly pooled: number;
  /** Of the processor, in all threads. */
  readonly aloneCpu: number;
  readonly pooledCpu: number;
  /** Seconds in which this thread was busy while the pool extracted: messages, and nothing else. */
  readonly messages: number;
  /**
   * Resident memory of the process: before threads were started, with all of them ready, and after each 2,000
   * comments.
   */
  readonly residentMb: readonly number[];
}

type Extract = (task: ExtractionTask) => Promise<Extraction>;

/**
 * Extracts comments in one thread and in several, in turns, and compares what was found; the first `warmUp`
 * are not counted.
 */
export async function measureThreads(
  comments: AsyncIterable<ForumComment>,
  workers: number,
  warmUp: number,
): Promise<ThreadCosts> {
  const extractor = await rules({ glossary: shippedGlossary });
  const pool = new ExtractionPool({ extractor: "rules", glossary: shippedGlossary }, workers);
  const [here, there] = [new TaskReader(), new TaskReader()];
  const alone: Extract = ({ seen, context }) => extractor.extract(seen.comment, readContext(context));
  const residentMb = [residentNow()];
  await pool.start();
  residentMb.push(residentNow());
  const cost = { comments: 0, alone: 0, pooled: 0, aloneCpu: 0, pooledCpu: 0, messages: 0 };
  let seen = 0;
  try {
    for await (const turn of batches(comments, commentsPerTurn)) {
      const [tasksHere, tasksThere] = [turn.map((one) => here.read(one)), turn.map((one) => there.read(one))];
      const one = await timed(() => extractAll(tasksHere, 1, alone));
      const before = performance.eventLoopUtilization();
      const many = await timed(() =>
        extractAll(
          tasksThere,
          mostAhead,
          (task) => pool.extract(task),
          () => pool.send(),
        ),
      );
      const { active } = performance.eventLoopUtilization(before);
      if (JSON.stringify(one.result) !== JSON.stringify(many.result))
        throw new Error(`threads found something else among the comments after the first ${seen}`);
      seen += turn.length;
      if (seen <= warmUp) continue;
      cost.comments += turn.length;
      cost.alone += one.seconds;
      cost.pooled += many.seconds;
      cost.aloneCpu += one.cpuSeconds;
      cost.pooledCpu += many.cpuSeconds;
      cost.messages += active / 1000;
      if (cost.comments >= (residentMb.length - 1) * commentsPerMemory) residentMb.push(residentNow());
    }
  } finally {
    await pool.close();
  }
  return { ...cost, residentMb };
}

const residentNow = (): number => process.memoryUsage.rss() / 1e6;

/** Hands comments of a corpus to a pool as the pipeline would. */
class TaskReader {
  readonly #reader = new ForumReader();
  readonly #seen = new Map<string, SeenComment>();

  read(forumComment: ForumComment): ExtractionTask {
    const uncut = this.#reader.read(forumComment);
    const comment = cut(uncut);
    const { ancestors, quoted } = this.#reader.contextOf(uncut);
    this.#reader.keep(comment, []);
    const seen = new SeenComment(comment);
    const seenOf = (ones: readonly ContextComment[]) => ones.flatMap(({ id }) => this.#seen.get(id) ?? []);
    const context = { ancestors: seenOf(ancestors), quoted: seenOf(quoted), earlier: [] };
    keepLatest(this.#seen, comment.id, seen, seenCapacity);
    return { seen, context };
  }
}

/** Extracts in order, and asks for so many comments before the first of them is answered. */
async function extractAll(
  tasks: readonly ExtractionTask[],
  most: number,
  extract: Extract,
  send = () => {},
): Promise<readonly Extraction[]> {
  const found: Extraction[] = [];
  const asked: { readonly seen: SeenComment; readonly extraction: Promise<Extraction> }[] = [];
  const settle = async () => {
    const first = asked.shift();
    if (first === undefined) return;
    const extraction = await first.extraction;
    first.seen.settle(extraction.statements);
    found.push(extraction);
  };
  for (const task of tasks) {
    asked.push({ seen: task.seen, extraction: extract(task) });
    if (asked.length >= most) await settle();
  }
  send();
  while (asked.length > 0) await settle();
  return found;
}
