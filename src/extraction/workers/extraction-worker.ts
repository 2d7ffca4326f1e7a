import { parentPort, workerData } from "node:worker_threads";
import type { ExtractorFactory } from "../extractor.ts";
import * as extractors from "../registry.ts";
import { extractBatch, isThreaded, type ThreadedExtractor } from "./extract-batch.ts";
import { packError } from "./failure.ts";
import { CommentReceiver } from "./sent-comments.ts";
import type { Batch, ThreadNews, ThreadSetup } from "./thread-protocol.ts";

/** Extracts the comments of each batch that comes, in the order of the batches. */
async function serve({ extractor: id, glossary }: ThreadSetup): Promise<void> {
  const extractor = await build(id, glossary);
  let last: Promise<void> = Promise.resolve();
  const receiver = new CommentReceiver();
  parentPort?.on("message", ({ number, comments, tasks }: Batch) => {
    const received = comments.map((comment) => receiver.receive(comment));
    last = last.then(async () =>
      tell({ news: "done", number, outcomes: await extractBatch(extractor, received, tasks) }),
    );
  });
}

async function build(id: string, glossary: ThreadSetup["glossary"]): Promise<ThreadedExtractor> {
  const factories: Readonly<Record<string, ExtractorFactory>> = extractors;
  const extractor = await factories[id]?.({ glossary });
  if (extractor === undefined || !isThreaded(extractor))
    throw new Error(`the extractor ${id} works in no thread`);
  return extractor;
}

function tell(news: ThreadNews): void {
  parentPort?.postMessage(news);
}

serve(workerData as ThreadSetup).then(
  () => tell({ news: "ready" }),
  (error: unknown) => tell({ news: "unready", failure: packError(error) }),
);
