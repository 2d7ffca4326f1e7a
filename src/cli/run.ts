import { CommanderError } from "commander";
import { exitCodes, type Io } from "./io.ts";
import { createProgram } from "./program.ts";

/**
 * Runs one command line.
 *
 * @param words - the arguments after the program's name.
 * @returns the exit code where the command failed, null where the command set its own or is done.
 */
export async function run(io: Io, words: readonly string[]): Promise<number | null> {
  try {
    await createProgram(io).parseAsync([...words], { from: "user" });
    return null;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    const { reportError } = await import("./output.ts");
    return reportError(io, error);
  }
}
