import type { Parameters } from "../store.ts";

/** Which copy the engine of a thread opens. */
export interface EngineTask {
  readonly path: string;
}

/** A question to the engine of a thread; the answer carries the same number. */
export type EngineQuestion = { readonly number: number } & (
  | { readonly ask: "run"; readonly cypher: string; readonly parameters: Parameters }
  | { readonly ask: "search"; readonly label: string; readonly query: string; readonly count: number }
  | { readonly ask: "close" }
);

/** What the thread says: whether the copy is open (number 0), then an answer to each question. */
export type EngineAnswer = { readonly number: number } & (
  | { readonly result: unknown }
  | { readonly message: string; readonly code: string | null }
);
