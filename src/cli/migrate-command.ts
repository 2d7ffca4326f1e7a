import type { Command } from "commander";
import type { SchemaStatus } from "../store/store.ts";
import type { Io } from "./io.ts";
import { openTheStore } from "./open.ts";
import { print, say } from "./output.ts";
import { printable, printableLine } from "./printable.ts";
import type { Counts } from "./views/map-summary.ts";

/** Applies the migrations that a database lacks, or lists them. */
export async function runMigrate(
  io: Io,
  command: Command,
  { dryRun = false }: { readonly dryRun?: boolean },
): Promise<void> {
  const { schema, url } = await openTheStore(io, command);
  const options = { onMessage: (message: string) => say(io, printable(message)), signal: io.signal };
  const pending = dryRun ? (await schema.status()).pending : await schema.migrate(options);
  const what = pending.length === 0 ? "nothing to apply" : `${dryRun ? "would apply" : "applied"}:`;
  await print(io, [`${printableLine(url)}: ${what}`, ...pending.map((id) => `  ${id}`), ""].join("\n"));
}

/** How a database stands, as lines. */
export function schemaLines(url: string, status: SchemaStatus, counts: Counts | null): readonly string[] {
  const { revision, writer, server } = status;
  return [
    printableLine(url),
    `server     ${printableLine(server)}`,
    schemaLine(status),
    `revision   ${revision}`,
    `writer     ${writer === null ? "none" : printableLine(writer)}`,
    holdsLine(counts),
  ];
}

/** The last migration of a store, and those that it lacks. */
export function schemaLine({ applied, pending }: SchemaStatus): string {
  const lacking = pending.length === 0 ? "" : `, ${pending.length} to apply: ${pending.join(", ")}`;
  return `schema     ${applied.at(-1) ?? "none"}${lacking}`;
}

/** What a store holds; null while nothing was mapped into it. */
export function holdsLine(counts: Counts | null): string {
  if (counts === null) return "holds      nothing yet: elenchus map FILE";
  const { comments, claims, concepts } = counts;
  return `holds      ${comments} comments, ${claims} claims, ${concepts} concepts`;
}
