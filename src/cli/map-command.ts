import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Command } from "commander";
import { AppError } from "../errors.ts";
import { parseGlossary } from "../extraction/rules/glossary.ts";
import { type MapFilesOptions, type MapOutcome, mapFiles } from "../map-files.ts";
import type { GlossaryEntry } from "../model/glossary.ts";
import type { Store } from "../store/store.ts";
import { readInstant } from "../text/time.ts";
import { copyForTrial, type Trial } from "./dry-run.ts";
import { exitCodes, type Io } from "./io.ts";
import type { ModelCommandOptions } from "./model-options.ts";
import { openTheStore } from "./open.ts";
import { print, printJson, reportError, say, terminalWidth } from "./output.ts";
import { printable } from "./printable.ts";
import { createProgress } from "./progress.ts";
import { type Counted, runCounted } from "./run-counted.ts";
import { sayDiagnostics } from "./say-diagnostics.ts";
import { mapSummaryLines } from "./views/map-summary.ts";

export interface MapCommandOptions extends ModelCommandOptions {
  readonly from?: string;
  readonly captured?: string;
  readonly source?: string;
  readonly author?: string;
  readonly columns?: ReadonlyMap<string, string>;
  readonly maxRecord?: number;
  readonly extractor?: string;
  readonly glossary?: readonly string[];
  readonly workers?: number;
  /** Milliseconds. */
  readonly wait?: number;
  readonly strict?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Maps the files, prints what the store holds then, and sets the exit code. */
export async function runMap(
  io: Io,
  command: Command,
  files: readonly string[],
  options: MapCommandOptions,
): Promise<void> {
  const given = await readOptions(io, options);
  const real = await openTheStore(io, command, options.wait === undefined ? {} : { waitMs: options.wait });
  const mapOptions = { ...given, ...(await modelOf(io, real, options)) };
  const trial = options.dryRun === true ? await tryOn(io, real) : null;
  try {
    const store = trial?.store ?? real;
    await report(io, { options, store: real, ...(await mapInto(io, store, files, mapOptions)) });
  } finally {
    await trial?.remove();
  }
}

/** The model that the extractor is to ask. A dry run asks nobody. */
async function modelOf(
  io: Io,
  store: Store,
  options: MapCommandOptions,
): Promise<Pick<MapFilesOptions, "model">> {
  if (options.model === undefined) return {};
  const { estimateLine, modelFrom, reportLine } = await import("./model-from-options.ts");
  const model = modelFrom(io, store, options);
  if (model === undefined) return {};
  const isOffline = model.isOffline === true || options.dryRun === true;
  const line = options.dryRun === true ? estimateLine : reportLine;
  return { model: { ...model, isOffline, onReport: (report) => say(io, line(report)) } };
}

async function tryOn(io: Io, real: Store): Promise<Trial> {
  const progress = createProgress(io);
  return await copyForTrial(real, {
    onMessage: (message) => {
      progress.clear();
      say(io, printable(message));
    },
    onProgress: (records) => progress.show(`copying: ${records} records`),
    signal: io.signal,
  }).finally(() => progress.clear());
}

/** Whether words are a year, a month, a day or an instant in UTC that there is. */
function isDate(words: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2}(T[\d:.]+Z)?)?)?$/.test(words)) return false;
  return readInstant(words.length > 10 ? words : `${words}-01-01`.slice(0, 10)) !== null;
}

async function readOptions(io: Io, options: MapCommandOptions): Promise<MapFilesOptions> {
  const { from, captured, source, author, columns, maxRecord, extractor, glossary, workers } = options;
  if (captured !== undefined && !isDate(captured))
    throw new AppError("cli.usage", `--captured ${captured} is no date`, {
      hint: "Write a year, a month or a day: 2023, 2023-07 or 2023-07-14.",
    });
  return {
    ...(from === undefined ? {} : { from }),
    ...(captured === undefined ? {} : { captured }),
    ...(source === undefined ? {} : { host: source }),
    ...(author === undefined ? {} : { author }),
    ...(columns === undefined ? {} : { columns }),
    ...(maxRecord === undefined ? {} : { maxRecordBytes: maxRecord }),
    ...(extractor === undefined ? {} : { extractor }),
    ...(glossary === undefined ? {} : { glossary: await readGlossaries(io, glossary) }),
    ...(workers === undefined ? {} : { workers }),
    stdin: io.stdin,
  };
}

/**
 * Reads the entries of several glossary files, those of the first file first: it has a label that two of them
 * name. `none` alone names no file and gives no entries.
 */
export async function readGlossaries(io: Io, paths: readonly string[]): Promise<readonly GlossaryEntry[]> {
  if (paths.length === 1 && paths[0] === "none") return [];
  const glossaries: (readonly GlossaryEntry[])[] = [];
  for (const path of paths) glossaries.push(await readGlossary(resolve(io.cwd, path)));
  return glossaries.flat();
}

async function readGlossary(path: string): Promise<readonly GlossaryEntry[]> {
  try {
    return parseGlossary(await readFile(path, "utf8"), path);
  } catch (error) {
    if (error instanceof AppError || !(error instanceof Error && "code" in error)) throw error;
    throw new AppError("extraction.glossary-invalid", `${path}: cannot be read (${String(error.code)})`, {
      hint: "Check the path that --glossary names.",
      cause: error,
    });
  }
}

/** Runs the pipeline with a line of progress. */
export async function mapInto(
  io: Io,
  store: Store,
  files: readonly string[],
  options: MapFilesOptions,
): Promise<Counted<MapOutcome>> {
  return await runCounted(io, store, (listening) =>
    mapFiles(files, store, { ...options, cwd: io.cwd, ...listening }),
  );
}

interface Report extends Counted<MapOutcome> {
  readonly options: MapCommandOptions;
  readonly store: Store;
}

async function report(io: Io, { options, store, outcome, before, after }: Report): Promise<void> {
  const { inputs, failures, diagnostics, mapped, isChanged, isStopped } = outcome;
  const isDryRun = options.dryRun === true;
  for (const { error } of failures) reportError(io, error);
  sayDiagnostics(io, diagnostics);
  if (options.json === true)
    await printJson(io, {
      store: store.url,
      inputs,
      mapped,
      isChanged,
      isDryRun,
      isStopped,
      counts: after,
      before,
      failures: failures.map(({ path, error }) => ({ path, code: error.code, message: error.message })),
      diagnostics,
    });
  else if (after !== null || failures.length === 0)
    await print(
      io,
      `${mapSummaryLines({ outcome, before, after, isDryRun, store: store.url }, terminalWidth(io)).join("\n")}\n`,
    );
  if (isStopped) say(io, "Interrupted. What is mapped so far is kept; the same command takes up the rest.");
  const isFaulty = diagnostics.some(({ severity }) => severity !== "note");
  if (isStopped) io.setExitCode(exitCodes.interrupted);
  else if (failures.length > 0) io.setExitCode(exitCodes.refused);
  else if (options.strict === true && isFaulty) io.setExitCode(exitCodes.strict);
}
