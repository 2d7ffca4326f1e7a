import { open } from "node:fs/promises";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { AppError } from "../errors.ts";
import type { Io } from "./io.ts";

/**
 * The lines of a file of answers, - for standard input.
 *
 * @throws AppError `extraction.answers-invalid` when the file cannot be read.
 */
export async function* answerLines(io: Io, path: string): AsyncGenerator<string> {
  if (path === "-") {
    yield* createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY });
    return;
  }
  try {
    const file = await open(resolve(io.cwd, path));
    yield* file.readLines();
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new AppError("extraction.answers-invalid", `${path}: cannot be read (${String(error.code)})`, {
      hint: "Check the path that --answers names.",
      cause: error,
    });
  }
}
