import { type FileHandle, mkdir, open, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { AppError } from "../errors.ts";
import type { Exporter, FilePiece, FolderExporter } from "../exporters/exporter.ts";
import * as registry from "../exporters/registry.ts";
import { writeAside } from "../write-aside.ts";
import type { Io } from "./io.ts";
import { withReader } from "./open.ts";
import { print, say } from "./output.ts";
import { orUnwritable, writeWhole } from "./write-whole.ts";

/** Writes the graph to standard output or to a file or folder, which then is whole or not there at all. */
export async function runExport(
  io: Io,
  command: Command,
  { to, output }: { readonly to: string; readonly output?: string },
): Promise<void> {
  const exporter = findExporter(to);
  const folder = "writeFiles" in exporter ? folderFor(io, exporter, output) : null;
  if (folder !== null) await refuseFull(folder);
  await withReader(io, command, async (reader) => {
    if ("writeFiles" in exporter) {
      await writeWholeFolder(folder ?? "", untilInterrupted(io, exporter.writeFiles(reader.records())));
      return;
    }
    const pieces = untilInterrupted(io, exporter.write(reader.records()));
    if (output === undefined || output === "-") for await (const piece of pieces) await print(io, piece);
    else await writeWhole(resolve(io.cwd, output), pieces);
  });
  if (!("writeFiles" in exporter) || folder === null) return;
  say(io, "With the database stopped and empty, and neo4j-admin of the same server:");
  await print(io, `${exporter.nextCommand(folder)}\n`);
}

/** Passes pieces on until the user interrupts. @throws the signal's reason then. */
async function* untilInterrupted<Piece>({ signal }: Io, pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  for await (const piece of pieces) {
    signal.throwIfAborted();
    yield piece;
  }
}

/** @throws AppError `cli.usage` where the option does not say which folder to make. */
function folderFor(io: Io, { id }: FolderExporter, output: string | undefined): string {
  if (output !== undefined && output !== "-") return resolve(io.cwd, output);
  throw new AppError("cli.usage", `--to ${id} writes a folder`, { hint: "Name a new one with --output." });
}

/** @throws AppError `export.unwritable` where a folder of that name holds something. */
async function refuseFull(folder: string): Promise<void> {
  const entries = await readdir(folder).catch(() => []);
  if (entries.length === 0) return;
  throw new AppError("export.unwritable", `cannot write ${folder}: the folder exists and is not empty`, {
    hint: "Name a new one with --output, or empty it first.",
  });
}

function findExporter(id: string): Exporter | FolderExporter {
  const exporters: readonly (Exporter | FolderExporter)[] = Object.values(registry);
  const found = exporters.find((exporter) => exporter.id === id);
  if (found !== undefined) return found;
  throw new AppError("export.unknown-format", `there is no format "${id}" to export to`, {
    hint: `Name one of: ${exporters.map((exporter) => exporter.id).join(", ")}.`,
  });
}

/** An empty folder may stand there already; one that has been filled meanwhile is left alone. */
async function writeWholeFolder(path: string, pieces: AsyncIterable<FilePiece>): Promise<void> {
  await orUnwritable(path, () => writeAside(path, (scratch) => writeFiles(scratch, pieces)));
}

async function writeFiles(folder: string, pieces: AsyncIterable<FilePiece>): Promise<void> {
  await mkdir(folder);
  const files = new Map<string, FileHandle>();
  try {
    for await (const { file, text } of pieces) {
      const handle = files.get(file) ?? (await open(join(folder, file), "w"));
      files.set(file, handle);
      await handle.write(text);
    }
  } finally {
    for (const handle of files.values()) await handle.close();
  }
}
