import type { z } from "zod";
import { AppError, type ErrorCode } from "./errors.ts";

/**
 * Parses a value that comes from outside and names the place of each problem, in plain words.
 *
 * @param place - where the value stands, for the message: `dump.jsonl:17`, `--limit`, `POST /api/query`.
 * @throws AppError with `code` when the value does not fit the schema.
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  { code, place, hint }: { code: ErrorCode; place: string; hint: string },
): z.output<Schema> {
  const result = parsePlainly(schema, value);
  if (result.success) return result.data;
  throw new AppError(code, `${place}: ${describeIssues(result.error)}`, { hint, cause: result.error });
}

/** Parses a value that comes from outside as `safeParse` does, its problems worded for people. */
export function parsePlainly<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.ZodSafeParseResult<z.output<Schema>> {
  return schema.safeParse(value, { error: inPlainWords });
}

/** One line for a failed parse: each problem with its path, at most three of them. */
export function describeIssues(error: z.ZodError): string {
  const shown = error.issues
    .slice(0, 3)
    .map((issue) => (issue.path.length > 0 ? `${issue.path.join(".")}: ${issue.message}` : issue.message));
  const more = error.issues.length - shown.length;
  return more > 0 ? `${shown.join("; ")} (and ${more} more)` : shown.join("; ");
}

/** A problem with a value in plain words; undefined where what the schema or zod says will do. */
function inPlainWords(issue: Parameters<z.core.$ZodErrorMap>[0]): string | undefined {
  switch (issue.code) {
    case "too_small":
      if (issue.origin === "string" && issue.minimum === 1) return "must not be empty";
      return bound(issue.origin, issue.inclusive === false ? "more than" : "at least", issue.minimum);
    case "too_big":
      return bound(issue.origin, issue.inclusive === false ? "less than" : "at most", issue.maximum);
    case "invalid_value":
      return `must be ${issue.values.length > 1 ? "one of " : ""}${issue.values.map(String).join(", ")}`;
    case "invalid_type":
      if (issue.input === undefined) return "is missing";
      return issue.expected in kinds ? `must be ${kinds[issue.expected]}` : undefined;
    case "invalid_union":
      return issue.input === undefined ? "is missing" : eitherKind(issue.errors);
    case "unrecognized_keys":
      return `there is no field ${issue.keys.map((key) => JSON.stringify(key)).join(", ")}`;
    default:
      return undefined;
  }
}

/** What a value must be, by zod's names. */
const kinds: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

/** What a value of one of several kinds must be; undefined where one of them asks for more than a kind. */
function eitherKind(branches: readonly (readonly z.core.$ZodIssue[])[]): string | undefined {
  const wanted = branches.map(([issue]) =>
    issue?.code === "invalid_type" && issue.path.length === 0 ? kinds[issue.expected] : undefined,
  );
  return wanted.length > 0 && wanted.every((kind) => kind !== undefined)
    ? `must be ${wanted.join(" or ")}`
    : undefined;
}

function bound(origin: string, relation: string, limit: number | bigint): string | undefined {
  if (origin === "number" || origin === "int") return `must be ${relation} ${limit}`;
  if (origin === "string") return `must have ${relation} ${limit} characters`;
  return origin === "array" ? `must have ${relation} ${limit} entries` : undefined;
}
