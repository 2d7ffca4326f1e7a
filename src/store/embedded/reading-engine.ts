import type { CypherRunner } from "../apply-writes.ts";

/** What a reader asks of an engine, whether that works in this thread or in one of its own. */
export interface ReadingEngine extends CypherRunner {
  /** Nodes by internal id with their scores, best first: at most `count`. */
  searchText(label: string, query: string, count: number): Promise<readonly (readonly number[])[]>;
  /** Gives the memory back. Questions that are still open get no answer. */
  close(): void | Promise<void>;
}
