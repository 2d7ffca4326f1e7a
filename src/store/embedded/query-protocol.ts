import type { ErrorCode } from "../../errors.ts";
import type { Parameters, UserQueryResult } from "../store.ts";

/** What the process of a user's query is told once: which copy to open, and what to ask it. */
export interface QueryTask {
  readonly path: string;
  readonly cypher: string;
  readonly parameters: Parameters;
  readonly maxRows: number;
  readonly maxBytes: number;
}

/** What the process says: that the graph is open and takes so much memory, then how the query ended. */
export type QueryNews =
  | { readonly news: "opened"; readonly residentBytes: number }
  | { readonly news: "absent" }
  | { readonly news: "rows"; readonly result: UserQueryResult }
  | { readonly news: "refused"; readonly code: ErrorCode; readonly message: string; readonly hint: string };

/** The exit code of a process that found that it took too much memory. */
export const memoryExit = 75;
