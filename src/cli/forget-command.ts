import type { Command } from "commander";
import { AppError } from "../errors.ts";
import { type Forgotten, forget, planForget } from "../forget.ts";
import { requireAuthor, requireSource } from "../queries/load/forgotten.ts";
import type { StoreReader } from "../store/store.ts";
import { exitCodes, type Io } from "./io.ts";
import { printLines } from "./listing.ts";
import { readGlossaries } from "./map-command.ts";
import { openTheStore } from "./open.ts";
import { say, terminalWidth } from "./output.ts";
import { printableLine } from "./printable.ts";
import { runCounted } from "./run-counted.ts";
import { fateLines, wentLines } from "./views/forget-summary.ts";

export interface ForgetCommandOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly glossary?: readonly string[];
  readonly json?: boolean;
}

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
  let forgotten: Forgotten;
  let planned: Awaited<ReturnType<typeof planForget>> | null;
  try {
    forgotten = await find(reader, asked);
    planned = isDryRun ? await planForget(forgotten, reader.known) : null;
  } finally {
    await reader.close();
  }
  const name = nameOf(forgotten);
  if (planned) {
    const fates = { kind: asked.kind, ...idOf(forgotten), isDryRun, ...commentsOf(planned) };
    await printLines(io, options, fates, () => [
      `would forget ${name}`,
      ...fateLines(lengths(planned), true),
    ]);
    return;
  }
  if (options.yes !== true)
    throw new AppError("cli.usage", `this takes ${name} out of the store for good`, {
      hint: "Look at it with --dry-run, then give --yes.",
    });
  const given =
    options.glossary === undefined ? {} : { glossary: await readGlossaries(io, options.glossary) };
  const { outcome, before, after } = await runCounted(io, store, (listening) =>
    forget(forgotten, store, { ...given, ...listening }),
  );
  const value = { kind: asked.kind, ...idOf(forgotten), isDryRun, ...commentsOf(outcome), before, after };
  await printLines(io, options, value, () => [
    `forgot ${name}`,
    ...fateLines(lengths(outcome), false),
    ...(before === null ? [] : wentLines(before, after, terminalWidth(io))),
  ]);
  if (!outcome.isStopped) return;
  say(
    io,
    "Interrupted. Run `elenchus store compact`, or the words stay in the journal; `elenchus map` links the rest.",
  );
  io.setExitCode(exitCodes.interrupted);
}

async function find(reader: StoreReader, { kind, asked }: Asked): Promise<Forgotten> {
  return kind === "author"
    ? { kind, author: await requireAuthor(reader, asked) }
    : { kind, source: await requireSource(reader, asked) };
}

function nameOf(forgotten: Forgotten): string {
  const { id, name } =
    forgotten.kind === "author" ? forgotten.author : { ...forgotten.source, name: forgotten.source.file };
  return printableLine(`${name} (${forgotten.kind} ${id})`);
}

function idOf(forgotten: Forgotten): { readonly id: string } {
  return { id: forgotten.kind === "author" ? forgotten.author.id : forgotten.source.id };
}

type Fates = Pick<Awaited<ReturnType<typeof forget>>, "removed" | "emptied" | "rewritten">;

function commentsOf({ removed, emptied, rewritten }: Fates): Fates {
  return { removed, emptied, rewritten };
}

function lengths({ removed, emptied, rewritten }: Fates) {
  return { removed: removed.length, emptied: emptied.length, rewritten: rewritten.length };
}
