import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { AppError } from "../errors.ts";

/** A name beside a file or folder that nobody else writes to, whichever process writes the same one. */
export function scratchBeside(path: string): string {
  return `${path}.${randomUUID()}.part`;
}

/**
 * Writes a file that then is whole or not there at all. Of two that write the same one the last to end stays.
 *
 * @throws AppError `export.unwritable` when it cannot be written.
 */
export async function writeWhole(path: string, pieces: AsyncIterable<string>): Promise<void> {
  const scratch = scratchBeside(path);
  await orUnwritable(path, scratch, async () => {
    const file = await open(scratch, "wx");
    try {
      for await (const piece of pieces) await file.write(piece);
    } finally {
      await file.close();
    }
    await rename(scratch, path);
  });
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
    if (error instanceof AppError || !(error instanceof Error && "code" in error)) throw error;
    throw new AppError("export.unwritable", `cannot write ${path}: ${error.message}`, {
      hint: "Choose a place that you may write to.",
      cause: error,
    });
  }
}
