import type { z } from "zod";
import { parsePlainly } from "../../parse-input.ts";

/** The outcome of a parse and the fields that had to be left out for it, as paths without indexes. */
export interface LenientParse<Output> {
  readonly result: z.ZodSafeParseResult<Output>;
  readonly unknown: readonly string[];
}

/**
 * Parses with a strict schema, leaving out fields that it does not know.
 *
 * Strict schemas keep misspelt fields out of our own code; a file from a newer version may have more fields
 * than we know, and that is no reason to refuse it. `value` is left as it is.
 */
export function parseLeniently<Output>(schema: z.ZodType<Output>, value: unknown): LenientParse<Output> {
  const unknown: string[] = [];
  let result = parsePlainly(schema, value);
  // Fields within unknown fields go with them, so few rounds are needed; a schema that never agrees ends them.
  for (let round = 0; round < 3 && !result.success; round++) {
    const strays = result.error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [],
    );
    if (strays.length === 0) break;
    const copy: unknown = structuredClone(value);
    for (const path of strays) remove(copy, path);
    unknown.push(...strays.map((path) => path.filter((part) => typeof part !== "number").join(".")));
    value = copy;
    result = parsePlainly(schema, copy);
  }
  return { result, unknown };
}

function remove(value: unknown, path: readonly PropertyKey[]): void {
  let at: unknown = value;
  for (const part of path.slice(0, -1)) at = isRecord(at) ? at[part] : undefined;
  const last = path.at(-1);
  if (isRecord(at) && last !== undefined) delete at[last];
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === "object" && value !== null;
}
