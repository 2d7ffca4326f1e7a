import type { Worker } from "node:worker_threads";
import { AppError } from "../../errors.ts";
import { startThread } from "../../start-thread.ts";
import type { ExtractionTask, SeenComment } from "./extraction-task.ts";
import { unpackError } from "./failure.ts";
import { CommentSender, type SentComment } from "./sent-comments.ts";
import type { Batch, Outcome, ThreadNews, ThreadSetup } from "./thread-protocol.ts";

interface Waiting {
  readonly tasks: readonly ExtractionTask[];
  readonly resolve: (outcomes: readonly Outcome[]) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a thread that builds the extractor and then answers batches. */
export function startExtraction(setup: ThreadSetup): Worker {
  return startThread(import.meta.url, "extraction-worker", setup);
}

/** A thread that extracts, once it has said that it is ready. */
export class ExtractionThread {
  /** Settles when the thread can extract, or cannot. */
  readonly ready: Promise<void>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #sender = new CommentSender();
  #settleReady: { readonly resolve: () => void; readonly reject: (error: Error) => void } | null = null;
  #isReady = false;
  #end: Error | null = null;
  #last = 0;
  #load = 0;

  constructor(worker: Worker) {
    this.ready = new Promise((resolve, reject) => {
      this.#settleReady = { resolve, reject };
    });
    // Whoever never asks whether it is ready need not hear that it is not: what is asked of it is refused.
    this.ready.catch(() => {});
    this.#worker = worker;
    this.#worker.on("message", (news: ThreadNews) => this.#hear(news));
    this.#worker.on("error", (error) => this.#stop(error.message, error));
    this.#worker.on("exit", (code) => this.#stop(`exit code ${code}`));
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  /** Length of the texts that it has not answered yet, in UTF-16 units. */
  get load(): number {
    return this.#load;
  }

  /**
   * Extracts comments.
   *
   * @throws AppError `extraction.thread-lost` when the thread ends before it answers.
   */
  extract(tasks: readonly ExtractionTask[]): Promise<readonly Outcome[]> {
    return new Promise((resolve, reject) => {
      if (this.#end !== null) return reject(this.#end);
      this.#last += 1;
      this.#waiting.set(this.#last, { tasks, resolve, reject });
      this.#load += lengthOf(tasks);
      this.#worker.postMessage(this.#batch(tasks));
    });
  }

  #batch(tasks: readonly ExtractionTask[]): Batch {
    const own = new Set(tasks.map(({ seen }) => seen));
    const places = new Map<SeenComment, number>();
    const comments: SentComment[] = [];
    const placeOf = (seen: SeenComment): number => {
      const known = places.get(seen);
      if (known !== undefined) return known;
      comments.push(this.#sender.send(seen, { isTask: own.has(seen) }));
      places.set(seen, comments.length - 1);
      return comments.length - 1;
    };
    const sent = tasks.map(({ seen, context: { ancestors, quoted, earlier, ...rest } }) => ({
      comment: placeOf(seen),
      ancestors: ancestors.map(placeOf),
      quoted: quoted.map(placeOf),
      earlier: earlier.map(placeOf),
      rest,
    }));
    return { number: this.#last, comments, tasks: sent };
  }

  /** Ends the thread, whatever it is doing. */
  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #hear(news: ThreadNews): void {
    switch (news.news) {
      case "ready":
        this.#isReady = true;
        this.#settleReady?.resolve();
        break;
      case "unready":
        this.#end = unpackError(news.failure);
        this.#settleReady?.reject(this.#end);
        break;
      default: {
        const waiting = this.#waiting.get(news.number);
        this.#waiting.delete(news.number);
        this.#load -= lengthOf(waiting?.tasks ?? []);
        waiting?.resolve(news.outcomes);
      }
    }
  }

  /** Whatever still waits when the thread is gone will never be answered. */
  #stop(reason: string, cause?: unknown): void {
    this.#end ??= lost(reason, [...this.#waiting.values()][0]?.tasks ?? [], cause);
    this.#settleReady?.reject(this.#end);
    for (const { reject } of this.#waiting.values()) reject(this.#end);
    this.#waiting.clear();
  }
}

function lengthOf(tasks: readonly ExtractionTask[]): number {
  return tasks.reduce((sum, { seen }) => sum + seen.comment.text.length, 0);
}

function lost(reason: string, tasks: readonly ExtractionTask[], cause: unknown): AppError {
  const [first, last] = [tasks[0]?.seen.comment.id, tasks.at(-1)?.seen.comment.id];
  const at =
    first === undefined ? "" : ` at ${first === last ? first : `one of the comments ${first} to ${last}`}`;
  return new AppError("extraction.thread-lost", `a thread that extracts ended${at}: ${reason}`, {
    hint: "Run the command again, it takes up the rest; with --workers 1 it extracts in one thread.",
    cause,
  });
}
