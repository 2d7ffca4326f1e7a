import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { startThread } from "../../start-thread.ts";
import type { Parameters, Row } from "../store.ts";
import type { EngineAnswer, EngineQuestion, EngineTask } from "./engine-protocol.ts";
import type { ReadingEngine } from "./reading-engine.ts";

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

type Question = EngineQuestion extends infer One
  ? One extends unknown
    ? Omit<One, "number">
    : never
  : never;

/**
 * An engine in a thread of its own.
 *
 * Opening a copy takes the engine about 2 s at 100,000 comments, in one call that cannot be cut up, and
 * turning many rows into values takes time as well. A server that did so in its only thread would answer
 * nobody meanwhile.
 */
export class EngineThread implements ReadingEngine {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #end: Error | null = null;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on("message", (answer: EngineAnswer) => this.#settle(answer));
    worker.on("error", (error) => this.#stop(error));
    worker.on("exit", () => this.#stop(new Error("the engine's thread ended")));
  }

  /**
   * Opens a one-file copy, as `Engine.openCopy` does.
   *
   * @throws Error with code `ENOENT` when there is no such file.
   */
  static async openCopy(path: string): Promise<EngineThread> {
    const thread = new EngineThread(
      startThread(import.meta.url, "engine-worker", { path } satisfies EngineTask),
    );
    await new Promise<unknown>((resolve, reject) => thread.#waiting.set(0, { resolve, reject })).catch(
      async (error: unknown) => {
        await thread.#worker.terminate();
        throw error;
      },
    );
    return thread;
  }

  async run(cypher: string, parameters: Parameters): Promise<readonly Row[]> {
    return (await this.#ask({ ask: "run", cypher, parameters })) as readonly Row[];
  }

  async searchText(label: string, query: string, count: number): Promise<readonly (readonly number[])[]> {
    const found = await this.#ask({ ask: "search", label, query, count });
    return found as readonly (readonly number[])[];
  }

  async close(): Promise<void> {
    if (this.#end !== null) return;
    const ended = once(this.#worker, "exit");
    await this.#ask({ ask: "close" });
    await ended;
  }

  #ask(question: Question): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#end !== null) {
        reject(this.#end);
        return;
      }
      this.#last += 1;
      this.#waiting.set(this.#last, { resolve, reject });
      this.#worker.postMessage({ ...question, number: this.#last });
    });
  }

  #settle(answer: EngineAnswer): void {
    const waiting = this.#waiting.get(answer.number);
    this.#waiting.delete(answer.number);
    if ("result" in answer) waiting?.resolve(answer.result);
    else
      waiting?.reject(
        Object.assign(new Error(answer.message), answer.code === null ? {} : { code: answer.code }),
      );
  }

  /** Whatever still waits when the thread is gone will never be answered. */
  #stop(error: Error): void {
    this.#end ??= error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
