import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { loadTimes } from "./extract/load-time.ts";
import { measureStages, stageNames } from "./extract/stages.ts";
import { measureThreads } from "./extract/threads.ts";
import { measureWhole } from "./extract/whole.ts";
import { forumComments, forumCorpus } from "./support/shared-corpus.ts";
import { readCount } from "./support/timing.ts";

/** Comments read before anything is measured, so that what is measured is compiled. */
const warmUp = 1000;
/** What has to be reached: comments a second of one core, times the tagger's own cost, and milliseconds. */
const targets = { commentsPerSecond: 1000, timesTagging: 2, loadMs: 50 } as const;

/**
 * Extracts comments without a store, in one thread, and prints what that costs beside wink's tagging alone.
 *
 * `npm run bench -- extract [FILE] [--comments N]`, by default 4,000 of the load corpus; a FILE is shaped
 * like it. With `--workers N` only threads are measured, by the clock: one and N, in turns, beside what they
 * found being the same. Costs are otherwise of the processor and not by the clock, so that they are the same
 * beside other work; the two that make a ratio are taken in turns. Reply links and marked quotes are
 * followed, as far as the comments above hold the words quoted.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { comments: { type: "string", default: "4000" }, workers: { type: "string" } },
    allowPositionals: true,
  });
  const file = positionals[0] ?? forumCorpus();
  if (file === null)
    return console.log("extract: no ../shared/corpora here and no FILE, so there is nothing to extract");
  const most = readCount("--comments", values.comments);
  if (values.workers !== undefined)
    return await runThreads(file, most, readCount("--workers", values.workers));
  const load = loadTimes();
  console.log(
    load === null
      ? "loading    not measured: npx tsc -b builds what it is measured on"
      : `loading    ${load.weights.toFixed(0)} ms for the weights (target ${targets.loadMs}), ${load.rules.toFixed(0)} ms for all rules, without the tagger`,
  );
  const whole = await measureWhole(forumComments(file, most + warmUp), warmUp);
  const perSecond = whole.comments / whole.seconds;
  console.log(
    `${whole.comments} comments, ${whole.segments} segments, ${whole.relations} relations, one of ${availableParallelism()} cores`,
  );
  console.log(
    `whole      ${whole.seconds.toFixed(2)} s, ${perSecond.toFixed(0)} comments/s (target ${targets.commentsPerSecond})`,
  );
  console.log(
    `tagging    ${whole.taggingSeconds.toFixed(2)} s; the whole is ${(whole.seconds / whole.taggingSeconds).toFixed(2)} times that (target ${targets.timesTagging})`,
  );
  console.log(
    `memory     ${whole.heapMb.map((mb) => mb.toFixed(0)).join(", ")} MB of heap after each 2,000 comments`,
  );
  const stages = await measureStages(forumComments(file, most + warmUp), warmUp);
  const sum = stageNames.reduce((total, name) => total + stages[name], 0);
  for (const name of stageNames)
    console.log(
      `${name.padEnd(10)} ${stages[name].toFixed(2)} s ${((100 * stages[name]) / sum).toFixed(0).padStart(3)} %`,
    );
}

async function runThreads(file: string, most: number, workers: number): Promise<void> {
  const cost = await measureThreads(forumComments(file, most + warmUp), workers, warmUp);
  const { comments, alone, pooled, aloneCpu, pooledCpu, messages, residentMb } = cost;
  const [before, ready, ...later] = residentMb.map((mb) => mb.toFixed(0));
  console.log(`${comments} comments, ${availableParallelism()} cores; the same was found`);
  console.log(`1 thread   ${alone.toFixed(2)} s, ${(comments / alone).toFixed(0)} comments/s by the clock`);
  console.log(
    `${workers} threads  ${pooled.toFixed(2)} s, ${(comments / pooled).toFixed(0)} comments/s, ${(alone / pooled).toFixed(2)} times as many`,
  );
  console.log(
    `processor  ${aloneCpu.toFixed(2)} s and ${pooledCpu.toFixed(2)} s, ${(pooledCpu / aloneCpu).toFixed(2)} times as much`,
  );
  console.log(
    `messages   ${((1e6 * messages) / comments).toFixed(0)} ms of the asking thread for 1,000 comments, ${((100 * messages) / alone).toFixed(0)} % of extracting them there`,
  );
  console.log(
    `memory     ${before} MB resident, ${ready} with the threads, ${later.join(", ")} after each 2,000 comments`,
  );
}
