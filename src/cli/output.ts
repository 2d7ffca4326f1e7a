import { once } from "node:events";
import { AppError } from "../errors.ts";
import { exitCodes, type Io, widthOf } from "./io.ts";
import { painter } from "./paint.ts";
import { printable, printableJson } from "./printable.ts";

/** Width of the terminal that results go to; null when they go to a pipe or a file. */
export function terminalWidth(io: Io): number | null {
  return widthOf(io.stdout);
}

/** Writes to stdout and waits while the reader at the other end is slower. */
export async function print(io: Io, text: string): Promise<void> {
  if (!io.stdout.write(text)) await once(io.stdout, "drain");
}

/** Says something beside the result, on stderr. What comes from a comment must have gone through `printable`. */
export function say(io: Io, text: string): void {
  io.stderr.write(`${text}\n`);
}

/** Prints a value as JSON. */
export async function printJson(io: Io, value: unknown): Promise<void> {
  await print(io, `${printableJson(value)}\n`);
}

/**
 * Reports what ended a command and tells its exit code.
 *
 * A refusal is told with code, message and hint. An interrupt that ended a wait is neither a refusal nor a bug.
 * Anything else is a bug and is told with its stack.
 */
export function reportError(io: Io, error: unknown): number {
  const paint = painter(io, io.stderr);
  if (io.signal.aborted && error === io.signal.reason) {
    say(io, "Interrupted.");
    return exitCodes.interrupted;
  }
  if (error instanceof AppError) {
    say(io, `${paint("red", "error")} ${error.code}: ${printable(error.message)}`);
    if (error.hint !== "") say(io, `${paint("dim", "hint")}  ${printable(error.hint)}`);
    return error.code === "cli.usage" ? exitCodes.usage : exitCodes.refused;
  }
  say(io, `${paint("red", "bug")} in elenchus, please report it:`);
  say(io, printable(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  return exitCodes.bug;
}

/** Reports that the operating system takes no more of what is printed, and tells the exit code. */
export function reportUnwritable(io: Io, stream: string, error: Error): number {
  const refusal = new AppError("export.unwritable", `cannot write to ${stream}: ${error.message}`, {
    hint: "Make room there, or send it to another place.",
    cause: error,
  });
  return reportError(io, refusal);
}
