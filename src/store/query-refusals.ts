import { AppError } from "../errors.ts";

/** What to do about a query of a user that the engine does not understand. */
export const mendQuery = "Mend the query; docs/cypher.md shows how to ask.";

/** A query of a user, or what it waits for, was stopped by the clock. */
export function tooSlow(what: string, limitMs: number): AppError {
  return new AppError("query.timeout", `${what} took longer than ${limitMs / 1000} s and was stopped`, {
    hint:
      "Ask for less: bind a label, shorten paths, add LIMIT before what is costly; or give it more time: " +
      "--timeout, over HTTP limits.timeoutMs.",
  });
}
