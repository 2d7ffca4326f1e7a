import type { Command } from "commander";
import { AppError } from "../errors.ts";
import type { Store, StoreMaintenance } from "../store/store.ts";
import { countsOf } from "./counts.ts";
import type { Io } from "./io.ts";
import { printLines } from "./listing.ts";
import { holdsLine, schemaLine, schemaLines } from "./migrate-command.ts";
import { openTheStore } from "./open.ts";
import { print, say } from "./output.ts";
import { printable, printableLine } from "./printable.ts";

/** Prints where the store is, how large it is, and who writes to it. */
export async function runStatus(
  io: Io,
  command: Command,
  options: { readonly json?: boolean },
): Promise<void> {
  const store = await openTheStore(io, command);
  // Where nothing was mapped yet that is what there is to say, so this command alone does not refuse it.
  const counts = await countsOf(store);
  const schema = await store.schema.status();
  if (store.maintenance === null) {
    await printLines(io, options, { url: store.url, ...schema, counts }, () =>
      schemaLines(store.url, schema, counts),
    );
    return;
  }
  const status = await store.maintenance.status();
  const { journalBytes, graphBytes, publishedBytes, revision, isPublished, writer, damaged } = status;
  await printLines(io, options, { url: store.url, ...schema, ...status, counts }, () => [
    printableLine(store.url),
    `journal    ${size(journalBytes)}`,
    `graph      ${size(graphBytes)}`,
    `published  ${size(publishedBytes)}, revision ${revision}${isPublished || counts === null ? "" : ", the journal holds more"}`,
    schemaLine(schema),
    `writer     ${writer === null ? "none" : printableLine(writer)}`,
    holdsLine(counts),
    ...damaged.map(
      (name) => `damaged    ${printableLine(name)}, moved aside; remove it when you do not need it`,
    ),
  ]);
}

/** Makes the graph again from the journal. */
export async function runRebuild(io: Io, command: Command): Promise<void> {
  const store = await openTheStore(io, command);
  await requireContent(store);
  await maintenanceOf(store).rebuild(optionsOf(io));
  await print(io, `rebuilt ${printableLine(store.url)}\n`);
}

/** Rewrites the journal without what was removed. */
export async function runCompact(io: Io, command: Command): Promise<void> {
  const store = await openTheStore(io, command);
  await requireContent(store);
  const { bytesBefore, bytesAfter } = await maintenanceOf(store).compact(optionsOf(io));
  await print(
    io,
    `compacted ${printableLine(store.url)}: journal ${size(bytesBefore)} to ${size(bytesAfter)}\n`,
  );
}

/** Work on a store that nothing was mapped into would make an empty one: it is refused, like reading it. */
async function requireContent(store: Store): Promise<void> {
  const { journalBytes } = await maintenanceOf(store).status();
  if (journalBytes === 0) await (await store.openReader()).close();
}

function optionsOf(io: Io): { onMessage: (message: string) => void; signal: AbortSignal } {
  return { onMessage: (message) => say(io, printable(message)), signal: io.signal };
}

function maintenanceOf(store: Store): StoreMaintenance {
  if (store.maintenance !== null) return store.maintenance;
  throw new AppError("cli.usage", `${store.url} keeps no files of its own to look after`, {
    hint: "Use the tools that come with its database.",
  });
}

/** Bytes in the largest unit that leaves a figure of at least 1. */
function size(bytes: number): string {
  const units = ["B", "KiB", "MiB", "GiB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}
