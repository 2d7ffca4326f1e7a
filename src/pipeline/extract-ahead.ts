import type { Extractor } from "../extraction/extractor.ts";
import { type ExtractionPool, mostTasks } from "../extraction/workers/extraction-pool.ts";
import { readContext, type SeenContext } from "../extraction/workers/extraction-task.ts";
import { type Extraction, noContext, nothingFound } from "../model/extraction.ts";
import type { ExtractionPlanner, PlannedExtraction } from "./plan-extraction.ts";

/**
 * How many comments are planned ahead of the one that is recorded next: as many as threads extract while one
 * change, of 200 comments, is written.
 */
const mostAhead = 256;
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
  // A pool that cannot start says so when it is asked whether it is ready.
  if (pool !== null && (await planner.areWaiting(fewestForThreads))) pool.start().catch(() => {});
  const first = async (): Promise<ExtractedPlan> => {
    if (tasks < mostTasks) pool?.send();
    const { plan, extracted } = ahead.shift() as Ahead;
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
