import type { z } from "zod";
import { AppError, type ErrorCode } from "./errors.ts";

/**
 * Parses a value that comes from outside and names the place of each problem.
 *
 * @param place - where the value stands, for the message: `dump.jsonl:17`, `--limit`, `POST /api/query`.
 * @throws AppError with `code` when the value does not fit the schema.
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  { code, place, hint }: { code: ErrorCode; place: string; hint: string },
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new AppError(code, `${place}: ${describeIssues(result.error)}`, { hint, cause: result.error });
}

/** One line for a failed parse: each problem with its path, at most three of them. */
export function describeIssues(error: z.ZodError): string {
  const shown = error.issues
    .slice(0, 3)
    .map((issue) => (issue.path.length > 0 ? `${issue.path.join(".")}: ${issue.message}` : issue.message));
  const more = error.issues.length - shown.length;
  return more > 0 ? `${shown.join("; ")} (and ${more} more)` : shown.join("; ");
}
