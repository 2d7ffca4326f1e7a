import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Command } from "commander";
import { AppError } from "../errors.ts";
import { rankImporters } from "../importers/detect.ts";
import { type Input, usualRecordBytes } from "../importers/importer.ts";
import { openInput } from "../importers/input.ts";
import {
  boundariesSuffix,
  formatBoundaries,
  parseBoundaries,
} from "../importers/profile-dump/boundaries-file.ts";
import { profileDump } from "../importers/profile-dump.ts";
import type { FeedDraft } from "../model/draft.ts";
import type { BoundariesByModel } from "./boundaries-by-model.ts";
import type { Io } from "./io.ts";
import { printListing } from "./listing.ts";
import type { ModelCommandOptions } from "./model-options.ts";
import { openTheStore } from "./open.ts";
import type { ListingOptions } from "./options.ts";
import { say } from "./output.ts";
import { boundaryListing } from "./views/boundaries.ts";

/** From this certainty on a file is of another format, though it could be read as a dump. */
const leastSure = 0.5;

export interface BoundariesOptions extends ListingOptions, ModelCommandOptions, BoundariesByModel {
  readonly edit?: boolean;
}

/** Shows where comments begin in a dump and how sure that is, or lets a person say so. */
export async function runBoundaries(
  io: Io,
  command: Command,
  file: string,
  options: BoundariesOptions,
): Promise<void> {
  const path = resolve(io.cwd, file);
  if (options.model !== undefined || options.requests !== undefined || options.answers !== undefined)
    await askModel(io, command, path, options);
  else if (options.edit === true) await edit(io, path, await readFeed(path, io, { areGuessed: true }));
  else await printListing(io, options, boundaryListing(await readFeed(path, io, { areGuessed: false })));
}

/**
 * The dump as a person has cut it, or as its importer does where nobody has or only guesses are asked for.
 *
 * @throws AppError `import.*` when it cannot be read, is of a format that has boundaries, or its boundaries
 *   file does not fit it.
 */
async function readFeed(
  path: string,
  io: Io,
  { areGuessed }: { readonly areGuessed: boolean },
): Promise<FeedDraft> {
  const opened = await openInput(path, io.stdin);
  const { beside, ...alone } = opened.input;
  const input = areGuessed || beside === undefined ? alone : opened.input;
  try {
    await refuseMarked(opened.input);
    const options = {
      host: input.name,
      isHostGiven: false,
      author: null,
      columns: new Map<string, string>(),
    };
    for await (const record of profileDump.read(input, { ...options, maxRecordBytes: usualRecordBytes }))
      if (record.kind === "feed") return record.feed;
  } finally {
    await opened.close();
  }
  throw new AppError("import.empty", `${path}: no paragraphs stand in it`, {
    hint: "Name the text of a profile page.",
  });
}

/** Refuses what `map` reads as a format that says itself where comments begin. */
async function refuseMarked(input: Input): Promise<void> {
  const [surest] = await rankImporters(input);
  if (surest === undefined || surest.importer.id === profileDump.id || surest.certainty < leastSure) return;
  throw new AppError("import.format-unknown", `${input.name}: this is no dump but ${surest.importer.id}`, {
    hint: `Such a file says itself where its comments begin: \`elenchus map\` reads it as it is.`,
  });
}

/** @throws AppError `extraction.model-missing` when files are named and no model is. */
async function askModel(io: Io, command: Command, path: string, options: BoundariesOptions): Promise<void> {
  const { modelFrom } = await import("./model-from-options.ts");
  const model = modelFrom(io, await openTheStore(io, command), options);
  if (model === undefined)
    throw new AppError("extraction.model-missing", "no language model is named", {
      hint: "Name the one that answers, as its server does, with --model.",
    });
  const { labelByModel } = await import("./boundaries-by-model.ts");
  await labelByModel(io, path, await readFeed(path, io, { areGuessed: true }), model, options);
}

async function edit(io: Io, path: string, feed: FeedDraft): Promise<void> {
  const beside = `${path}${boundariesSuffix}`;
  const name = basename(beside);
  try {
    await writeFile(beside, formatBoundaries(feed), { flag: "wx" });
    say(io, `wrote ${name} with ${feed.starts.length} comments as guessed`);
  } catch (error) {
    // One that is there already is gone on with.
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw refusal(beside, error);
  }
  const editor = io.env.VISUAL || io.env.EDITOR;
  if (editor === undefined || io.stdout.isTTY !== true) {
    say(io, `Edit ${name} in any editor of plain text, then map ${basename(path)} again.`);
    return;
  }
  await open(editor, beside, io.cwd);
  const { starts } = parseBoundaries(await readFile(beside, "utf8"), feed, name);
  say(io, `${name} has ${starts.length} comments; map ${basename(path)} to use them.`);
}

/** Opens a file in an editor, which may be a command with options ("code --wait"), and waits for its end. */
async function open(editor: string, path: string, cwd: string): Promise<void> {
  const [command = "", ...given] = editor.split(/\s+/u);
  const status = await new Promise<number | null>((done, fail) => {
    const child = spawn(command, [...given, path], { cwd, stdio: "inherit" });
    child.once("error", fail);
    child.once("exit", done);
  }).catch((cause: unknown) => {
    throw new AppError("cli.usage", `the editor ${command} cannot be started`, {
      hint: "Set $VISUAL or $EDITOR to one that can, or edit the file by yourself.",
      cause,
    });
  });
  if (status !== 0)
    throw new AppError("cli.usage", `the editor ${command} ended with ${status ?? "a signal"}`, {
      hint: `What it saved stands in ${path}.`,
    });
}

function refusal(path: string, cause: unknown): AppError {
  return new AppError("import.unreadable", `${path}: the file cannot be written`, {
    hint: "Copy the dump into a folder that you may write to.",
    cause,
  });
}
