import type { Command } from "commander";
import { AppError } from "../errors.ts";
import { type Forgotten, forget, planForget } from "../forget.ts";
import { requireSource } from "../queries/load/forgotten.ts";
import type { StoreReader } from "../store/store.ts";
import { entriesAsked } from "./entries-asked.ts";
import { exitCodes, type Io } from "./io.ts";
import { printLines } from "./listing.ts";
import { readGlossaries } from "./map-command.ts";
import { openTheStore } from "./open.ts";
import { say, terminalWidth } from "./output.ts";
import { printableLine } from "./printable.ts";
import { runCounted } from "./run-counted.ts";
import {
  type CountedEntry,
  fateLines,
  namesOfEntries,
  otherEntriesLines,
  wentLines,
} from "./views/forget-summary.ts";

export interface ForgetCommandOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly glossary?: readonly string[];
  readonly json?: boolean;
  /** Of a person also the entries that were merged with the one that is named. */
  readonly allEntries?: boolean;
}

const allEntriesHint = "--all-entries takes out all entries of the person.";

/** What the command line names: a source by its id, a person by name or id. */
export interface Asked {
  readonly kind: Forgotten["kind"];
  readonly asked: string;
}

/** Takes out what is asked for and says what went, or, for a dry run, what would. */
export async function runForget(
  io: Io,
  command: Command,
  asked: Asked,
  options: ForgetCommandOptions,
): Promise<void> {
  const isDryRun = options.dryRun === true;
  const store = await openTheStore(io, command);
  const reader = await store.openReader();
  let found: Found;
  let planned: Awaited<ReturnType<typeof planForget>> | null;
  try {
    found = await find(reader, asked, options);
    planned = isDryRun ? await planForget(found.forgotten, reader.known) : null;
  } finally {
    await reader.close();
  }
  const { forgotten, others } = found;
  const name = nameOf(forgotten);
  const staying = otherEntriesLines(others);
  const offered = others.length > 0 ? [allEntriesHint] : [];
  const told = { kind: asked.kind, ...idsOf(found), isDryRun };
  if (planned) {
    await printLines(io, options, { ...told, ...commentsOf(planned) }, () => [
      `would forget ${name}`,
      ...fateLines(lengths(planned), true),
      ...staying,
      ...offered,
    ]);
    return;
  }
  if (options.yes !== true)
    throw new AppError("cli.usage", [`this takes ${name} out of the store for good`, ...staying].join("; "), {
      hint: ["Look at it with --dry-run, then give --yes.", ...offered].join(" "),
    });
  const given =
    options.glossary === undefined ? {} : { glossary: await readGlossaries(io, options.glossary) };
  const { outcome, before, after } = await runCounted(io, store, (listening) =>
    forget(forgotten, store, { ...given, ...listening }),
  );
  const value = { ...told, ...commentsOf(outcome), before, after };
  await printLines(io, options, value, () => [
    `forgot ${name}`,
    ...fateLines(lengths(outcome), false),
    ...staying,
    ...(before === null ? [] : wentLines(before, after, terminalWidth(io))),
  ]);
  if (!outcome.isStopped) return;
  say(
    io,
    "Interrupted. Run `elenchus store compact`, or the words stay in the journal; `elenchus map` links the rest.",
  );
  io.setExitCode(exitCodes.interrupted);
}

interface Found {
  readonly forgotten: Forgotten;
  /** Entries of the same person that stay. */
  readonly others: readonly CountedEntry[];
}

async function find(
  reader: StoreReader,
  { kind, asked }: Asked,
  { allEntries = false }: ForgetCommandOptions,
): Promise<Found> {
  if (kind === "source")
    return { forgotten: { kind, source: await requireSource(reader, asked) }, others: [] };
  const { entries, others } = await entriesAsked(reader, asked, { allEntries });
  return { forgotten: { kind, entries }, others };
}

function nameOf(forgotten: Forgotten): string {
  if (forgotten.kind === "author") return namesOfEntries(forgotten.entries);
  const { id, file } = forgotten.source;
  return printableLine(`${file} (source ${id})`);
}

/** What goes and what of the person stays, for programs. `id` is that of what was asked for. */
function idsOf({ forgotten, others }: Found) {
  if (forgotten.kind === "source") return { id: forgotten.source.id };
  const { entries } = forgotten;
  return { id: entries[0].id, entries, otherEntries: others };
}

type Fates = Pick<Awaited<ReturnType<typeof forget>>, "removed" | "emptied" | "rewritten">;

function commentsOf({ removed, emptied, rewritten }: Fates): Fates {
  return { removed, emptied, rewritten };
}

function lengths({ removed, emptied, rewritten }: Fates) {
  return { removed: removed.length, emptied: emptied.length, rewritten: rewritten.length };
}
