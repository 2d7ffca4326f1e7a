import { open, rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import type { Command } from "commander";
import { AppError } from "../errors.ts";
import type { Exporter } from "../exporters/exporter.ts";
import * as registry from "../exporters/registry.ts";
import type { Io } from "./io.ts";
import { withReader } from "./open.ts";
import { print } from "./output.ts";

/** Writes the graph to standard output or to a file, which then is whole or not there at all. */
export async function runExport(
  io: Io,
  command: Command,
  { to, output }: { readonly to: string; readonly output?: string },
): Promise<void> {
  const exporter = findExporter(to);
  await withReader(io, command, async (reader) => {
    const pieces = exporter.write(reader.records());
    if (output === undefined) for await (const piece of pieces) await print(io, piece);
    else await writeWhole(resolve(io.cwd, output), pieces);
  });
}

function findExporter(id: string): Exporter {
  const exporters: readonly Exporter[] = Object.values(registry);
  const found = exporters.find((exporter) => exporter.id === id);
  if (found !== undefined) return found;
  throw new AppError("export.unknown-format", `there is no format "${id}" to export to`, {
    hint: `Name one of: ${exporters.map((exporter) => exporter.id).join(", ")}.`,
  });
}

async function writeWhole(path: string, pieces: AsyncIterable<string>): Promise<void> {
  const scratch = `${path}.part`;
  try {
    const file = await open(scratch, "w");
    try {
      for await (const piece of pieces) await file.write(piece);
    } finally {
      await file.close();
    }
    await rename(scratch, path);
  } catch (error) {
    await rm(scratch, { force: true });
    if (error instanceof AppError || !(error instanceof Error && "code" in error)) throw error;
    throw new AppError("export.unwritable", `cannot write ${path}: ${error.message}`, {
      hint: "Choose a place that you may write to with --output.",
      cause: error,
    });
  }
}
