import type { Extractor } from "../extraction/extractor.ts";
import { type ExtractionPool, mostTasks } from "../extraction/workers/extraction-pool.ts";
import { readContext, type SeenContext } from "../extraction/workers/extraction-task.ts";
import { type Extraction, noContext, nothingFound } from "../model/extraction.ts";
import type { SegmentedComment } from "../model/segment.ts";
import type { ExtractionPlanner, PlannedExtraction } from "./plan-extraction.ts";

/**
 * How many comments are planned ahead of the one that is recorded next: as many as threads extract while one
 * change, of 200 comments, is written.
 */
const mostAhead = 256;
/** Comments that are read together; 8 gain less, and 50 no more. */
const mostTogether = 16;
/** Length of their texts, in UTF-16 units, at which they are fewer. */
const mostLengthTogether = 2 ** 15;
/** Length of their texts, in UTF-16 units, at which fewer are planned ahead. */
const mostLengthAhead = 2 ** 22;
/** With fewer comments than this threads would have loaded when all is done. */
const fewestForThreads = 400;
/** What is asked of a pool; whoever made it closes it. */
export type ExtractionThreads = Pick<ExtractionPool, "start" | "isReady" | "extract" | "send">;

const nothingSeen: SeenContext = { ancestors: [], quoted: [], earlier: [] };

/** A comment with what was found in it. */
export interface ExtractedPlan {
  readonly plan: PlannedExtraction;
  readonly extraction: Extraction;
  /** What was found in its texts before an edit, one each; empty where the extractor has no answer yet. */
  readonly earlier: readonly Extraction[];
}

interface Ahead {
  readonly plan: PlannedExtraction;
  /** The extraction in threads; null where it waits for its turn in this one. */
  extracted: Promise<ExtractedPlan> | null;
}

/**
 * Extracts what is planned, in the order of the plan.
 *
 * The same number of comments is planned ahead whether threads extract them or not, so that the two read the
 * same of the store. Threads are started when there is enough to do, and until one is ready this one goes on
 * extracting.
 */
export async function* extractAhead(
  planner: ExtractionPlanner,
  extractor: Extractor,
  pool: ExtractionThreads | null,
): AsyncGenerator<ExtractedPlan> {
  const ahead: Ahead[] = [];
  let length = 0;
  // Those ahead that are extracted at all: with few, the one that is awaited may still wait to be sent.
  let tasks = 0;
  // Of the first so many, those that are extracted here were read together.
  let read = 0;
  // A pool that cannot start says so when it is asked whether it is ready.
  if (pool !== null && (await planner.areWaiting(fewestForThreads))) pool.start().catch(() => {});
  const first = async (): Promise<ExtractedPlan> => {
    if (tasks < mostTasks) pool?.send();
    if (read === 0) read = readTogether(ahead, extractor);
    const { plan, extracted } = ahead.shift() as Ahead;
    read--;
    length -= plan.seen.comment.text.length;
    tasks -= plan.isPassedOver ? 0 : 1;
    return await (extracted ?? extractHere(plan, extractor));
  };
  for await (const plan of planner.all()) {
    ahead.push({ plan, extracted: null });
    length += plan.seen.comment.text.length;
    tasks += plan.isPassedOver ? 0 : 1;
    if (pool?.isReady) askThreads(ahead, pool);
    while (ahead.length > mostAhead || length > mostLengthAhead) yield await first();
  }
  while (ahead.length > 0) {
    if (pool?.isReady) askThreads(ahead, pool);
    pool?.send();
    yield await first();
  }
}

/** Reads the first comments together, but for what threads extract, and tells how many were looked at. */
function readTogether(ahead: readonly Ahead[], extractor: Extractor): number {
  const here: SegmentedComment[] = [];
  let looked = 0;
  for (let length = 0; looked < mostTogether && length < mostLengthTogether; looked++) {
    const one = ahead[looked];
    if (one === undefined) break;
    const { comment } = one.plan.seen;
    length += comment.text.length;
    if (one.extracted === null && !one.plan.isPassedOver) here.push(comment);
  }
  if (here.length > 0) extractor.readAhead?.(here);
  return looked;
}

/** Asks threads for what was not asked for yet. */
function askThreads(ahead: readonly Ahead[], pool: ExtractionThreads): void {
  const unasked = ahead.slice(ahead.findLastIndex(({ extracted }) => extracted !== null) + 1);
  for (const one of unasked) {
    one.extracted = extractThere(one.plan, pool);
    // It is met where its turn comes, and not at all when the run ends before.
    one.extracted.catch(() => {});
  }
}

async function extractThere(plan: PlannedExtraction, pool: ExtractionThreads): Promise<ExtractedPlan> {
  if (plan.isPassedOver) return { plan, extraction: nothingFound, earlier: [] };
  const texts = plan.earlier.map(({ seen }) => ({ seen, context: nothingSeen }));
  const [extraction, ...earlier] = await Promise.all([plan, ...texts].map((task) => pool.extract(task)));
  return { plan, extraction: extraction ?? nothingFound, earlier };
}

async function extractHere(plan: PlannedExtraction, extractor: Extractor): Promise<ExtractedPlan> {
  if (plan.isPassedOver) return { plan, extraction: nothingFound, earlier: [] };
  const extraction = await extractor.extract(plan.seen.comment, readContext(plan.context));
  const earlier: Extraction[] = [];
  if (extraction.isWaiting !== true)
    for (const { seen } of plan.earlier) earlier.push(await extractor.extract(seen.comment, noContext));
  return { plan, extraction, earlier };
}
