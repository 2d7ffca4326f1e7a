import type { WaitingComment } from "../extraction/extractor.ts";
import { readContext } from "../extraction/workers/extraction-task.ts";
import { withFingerprint } from "../linking/other-layers.ts";
import { noContext } from "../model/extraction.ts";
import { type ExtractionThreads, extractAhead } from "./extract-ahead.ts";
import { ExtractionPlanner } from "./plan-extraction.ts";
import { ExtractionRecorder } from "./record-extraction.ts";
import { type Run, type Step, stepOf } from "./run.ts";

/** How many comments one change extracts. */
const commentsPerChange = 200;

/**
 * Extracts every comment that waits for it: resolve quotes, cut into segments, extract, link.
 *
 * Planning (plan-extraction.ts) runs ahead of extracting, which may be done in threads (extract-ahead.ts),
 * and recording (record-extraction.ts) is done in the order of the plan. Changes are as large as a page, so
 * memory does not grow with the corpus.
 */
export async function* extractComments(run: Run, pool: ExtractionThreads | null): AsyncGenerator<Step> {
  const planner = new ExtractionPlanner(run);
  const recorder = new ExtractionRecorder(run, planner);
  let done = 0;
  const take = () => stepOf(run, ...recorder.take(done));
  for await (const extracted of extractAhead(planner, run.extractor, pool)) {
    await recorder.record(extracted);
    done++;
    if (recorder.count < commentsPerChange) continue;
    yield take();
    recorder.release();
  }
  if (recorder.count > 0) yield take();
}

/**
 * The comments that wait for extraction, as the extractor will get them: with their quotes resolved and their
 * context, which states nothing yet. Texts before an edit come too. Nothing is changed.
 */
export async function* waitingComments(run: Run): AsyncGenerator<WaitingComment> {
  const planner = new ExtractionPlanner(run);
  for await (const plan of planner.all()) {
    if (!plan.isPassedOver) {
      yield { comment: plan.seen.comment, context: readContext(plan.context) };
      for (const { seen } of plan.earlier) yield { comment: seen.comment, context: noContext };
    }
    const { comment, fingerprints, language } = plan.shelved;
    const read = withFingerprint(fingerprints, run.fingerprint);
    planner.settle(plan, { statements: [], fingerprints: read, language });
    planner.release([comment.id]);
  }
}
