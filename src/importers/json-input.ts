import { AppError } from "../errors.ts";
import type { Input } from "./importer.ts";

/** The refusal of an input in which nothing stands that the importer reads. */
export function nothingFound(input: Input, what: string, reason: string | null): AppError {
  return new AppError(
    "import.record-invalid",
    `${input.name}: no ${what} ${what.endsWith("s") ? "stand" : "stands"} in it${reason === null ? "" : `: ${reason}`}`,
    { hint: "Check that the file is complete, or name another format with --from." },
  );
}

/** Whether a value is an object that has all these members. */
export function hasMembers(value: unknown, ...names: readonly string[]): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    names.every((name) => Object.hasOwn(value, name))
  );
}
