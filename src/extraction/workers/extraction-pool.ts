import type { Worker } from "node:worker_threads";
import type { Extraction } from "../../model/extraction.ts";
import type { ExtractionTask } from "./extraction-task.ts";
import { ExtractionThread, startExtraction } from "./extraction-thread.ts";
import { unpackError } from "./failure.ts";
import type { Outcome, ThreadSetup } from "./thread-protocol.ts";

/** Comments in a message, and the length of their texts, in UTF-16 units, at which it goes with fewer. */
export const mostTasks = 16;
const mostLength = 2 ** 15;

interface Waiting {
  readonly task: ExtractionTask;
  readonly resolve: (extraction: Extraction) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Extracts comments in several threads.
 *
 * Any thread gives the same for the same comment, so neither their number nor which of them was quicker shows
 * in what comes out. Whoever asks holds back: all that is asked for is sent at once.
 */
export class ExtractionPool {
  readonly #count: number;
  readonly #start: () => Worker;
  #threads: readonly ExtractionThread[] = [];
  #problem: unknown = null;
  #gathered: Waiting[] = [];
  #length = 0;

  /**
   * @param count - how many threads. None is started yet.
   * @param start - starts one of them; a test has threads of its own.
   */
  constructor(setup: ThreadSetup, count: number, start = () => startExtraction(setup)) {
    this.#count = count;
    this.#start = start;
  }

  /**
   * Starts the threads, once; each takes some tenths of a second to load what it extracts with.
   *
   * @returns when all are ready.
   * @throws whatever building the extractor threw in a thread, AppError `extraction.thread-lost` when one ended.
   */
  async start(): Promise<void> {
    if (this.#threads.length === 0)
      this.#threads = Array.from({ length: this.#count }, () => new ExtractionThread(this.#start()));
    try {
      await Promise.all(this.#threads.map(({ ready }) => ready));
    } catch (error) {
      this.#problem ??= error;
      throw error;
    }
  }

  /**
   * Whether a thread is ready.
   *
   * @throws what `start` threw, for whoever did not wait for it.
   */
  get isReady(): boolean {
    if (this.#problem !== null) throw this.#problem;
    return this.#threads.some(({ isReady }) => isReady);
  }

  /**
   * What is found in a comment. It may wait for others to go in one message with it, until `send` is called.
   *
   * Comments of its context that are not extracted yet must have been asked for before.
   */
  extract(task: ExtractionTask): Promise<Extraction> {
    const extraction = new Promise<Extraction>((resolve, reject) => {
      this.#gathered.push({ task, resolve, reject });
    });
    this.#length += task.seen.comment.text.length;
    if (this.#gathered.length >= mostTasks || this.#length >= mostLength) this.send();
    return extraction;
  }

  /** Sends what was gathered to the thread that has the least to do. */
  send(): void {
    const waiting = this.#gathered;
    const [thread] = this.#threads.filter(({ isReady }) => isReady).sort((a, b) => a.load - b.load);
    if (waiting.length === 0 || thread === undefined) return;
    this.#gathered = [];
    this.#length = 0;
    thread.extract(waiting.map(({ task }) => task)).then(
      (outcomes) => {
        for (const [index, one] of waiting.entries()) settle(one, outcomes[index]);
      },
      (error: unknown) => {
        for (const { reject } of waiting) reject(error);
      },
    );
  }

  /** Ends all threads. What they have not answered is never answered. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}

function settle({ task, resolve, reject }: Waiting, outcome: Outcome | undefined): void {
  if (outcome === undefined) reject(new Error(`a thread told nothing of ${task.seen.comment.id}`));
  else if ("failure" in outcome) reject(unpackError(outcome.failure));
  else resolve(outcome.extraction);
}
