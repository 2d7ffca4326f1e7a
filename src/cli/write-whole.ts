import { open, realpath, stat } from "node:fs/promises";
import { AppError } from "../errors.ts";
import { writeAside } from "../write-aside.ts";

/**
 * Writes a file that then is whole or not there at all (write-aside.ts).
 *
 * A link to a file stays a link. What is no file, such as a pipe or `/dev/stdout`, is written to as it comes,
 * until its reader has seen enough.
 *
 * @throws AppError `export.unwritable` when it cannot be written.
 */
export async function writeWhole(path: string, pieces: AsyncIterable<string>): Promise<void> {
  await orUnwritable(path, async () => {
    if (await isStream(path)) return await writeTo(path, "w", pieces).catch(unlessClosed);
    const target = await realpath(path).catch(() => path);
    await writeAside(target, (scratch) => writeTo(scratch, "wx", pieces));
  });
}

/** Whether something stands there that no other file may take the place of. */
async function isStream(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && !found.isFile() && !found.isDirectory();
}

async function writeTo(path: string, flags: "w" | "wx", pieces: AsyncIterable<string>): Promise<void> {
  const file = await open(path, flags);
  try {
    for await (const piece of pieces) await file.writeFile(piece);
  } finally {
    await file.close();
  }
}

/** Passes over that nobody reads a pipe any more. */
function unlessClosed(error: unknown): void {
  if (!(isOfSystem(error) && error.code === "EPIPE")) throw error;
}

/** Runs work that writes `path`. @throws AppError `export.unwritable` where the system refuses that. */
export async function orUnwritable(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof AppError || !isOfSystem(error)) throw error;
    // What follows the reason names what was written aside, which the user knows nothing of.
    const [reason] = error.message.split(`, ${error.syscall}`);
    throw new AppError("export.unwritable", `cannot write ${path}: ${reason}`, {
      hint:
        error.code === "ENOENT"
          ? "Make the folder that it is to stand in, or choose another."
          : "Choose a place that you may write to.",
      cause: error,
    });
  }
}

/** Whether the operating system refused; the code of an interrupt is a number. */
function isOfSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}
