import { randomUUID } from "node:crypto";
import { open, realpath, rename, rm, stat } from "node:fs/promises";
import { AppError } from "../errors.ts";

/** A name beside a file or folder that nobody else writes to, whichever process writes the same one. */
export function scratchBeside(path: string): string {
  return `${path}.${randomUUID()}.part`;
}

/**
 * Writes a file that then is whole or not there at all. Of two that write the same one the last to end stays.
 *
 * A link to a file stays a link. What is no file, such as a pipe or `/dev/stdout`, is written to as it comes,
 * until its reader has seen enough.
 *
 * @throws AppError `export.unwritable` when it cannot be written.
 */
export async function writeWhole(path: string, pieces: AsyncIterable<string>): Promise<void> {
  if (await isStream(path)) {
    await orUnwritable(path, null, () => writeTo(path, "w", pieces).catch(unlessClosed));
    return;
  }
  const target = await realpath(path).catch(() => path);
  const scratch = scratchBeside(target);
  await orUnwritable(path, scratch, async () => {
    await writeTo(scratch, "wx", pieces);
    await rename(scratch, target);
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

/** Runs work that ends with `scratch` taking the place of `path`; when it fails, nothing is left of it. */
export async function orUnwritable(
  path: string,
  scratch: string | null,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (scratch !== null) await rm(scratch, { force: true, recursive: true });
    if (error instanceof AppError || !isOfSystem(error)) throw error;
    // What follows the reason names `scratch`, which the user knows nothing of.
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
