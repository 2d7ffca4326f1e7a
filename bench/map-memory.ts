import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { mapFiles } from "../src/map-files.ts";
import { openStore } from "../src/store/registry.ts";
import { forumCorpus, writeForumJsonl } from "./support/shared-corpus.ts";
import { readCount } from "./support/timing.ts";

const megabyte = 1024 * 1024;

/**
 * Maps the load corpus and prints the live JavaScript heap after each thousand comments, with the rest of the
 * resident memory, which is the engine's share.
 *
 * `npm run bench map-memory [COMMENTS]`, by default all 50,034. The heap is measured after a full collection,
 * so that garbage does not count.
 */
export async function run([limit = "50034"]: readonly string[]): Promise<void> {
  const corpus = forumCorpus();
  if (!corpus) return console.log("map-memory: no ../shared/corpora here, so there is nothing to map");
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const folder = await mkdtemp(join(tmpdir(), "elenchus-bench-"));
  try {
    const file = join(folder, "forum.jsonl");
    const comments = await writeForumJsonl(corpus, file, readCount("COMMENTS", limit));
    const started = performance.now();
    let peakHeap = 0;
    let printed = "";
    await mapFiles([file], await openStore(join(folder, "store")), {
      onStep: ({ stage, done }) => {
        const at = `${stage} ${Math.floor(done / 5000) * 5000}`;
        if (at === printed) return;
        printed = at;
        collect();
        const { heapUsed, rss, external } = process.memoryUsage();
        peakHeap = Math.max(peakHeap, heapUsed);
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        const rest = rss - heapUsed - external;
        console.log(
          `${at.padEnd(18)} ${seconds.padStart(7)} s  heap ${mb(heapUsed)}  external ${mb(external)}  engine and rest ${mb(rest)}`,
        );
      },
    });
    const seconds = (performance.now() - started) / 1000;
    console.log(`${comments} comments in ${seconds.toFixed(0)} s, live heap at most ${mb(peakHeap)}`);
    if (peakHeap > 250 * megabyte) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function mb(bytes: number): string {
  return `${(bytes / megabyte).toFixed(0).padStart(5)} MB`;
}
