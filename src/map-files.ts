import type { Readable } from "node:stream";
import { AppError } from "./errors.ts";
import type { Extractor, ExtractorFactory } from "./extraction/extractor.ts";
import type { ModelOptions } from "./extraction/llm/model-options.ts";
import * as extractors from "./extraction/registry.ts";
import { shippedGlossary } from "./extraction/rules/glossary.ts";
import { isThreaded } from "./extraction/workers/extract-batch.ts";
import { ExtractionPool } from "./extraction/workers/extraction-pool.ts";
import { usualWorkers } from "./extraction/workers/worker-count.ts";
import { reportingGuess } from "./importers/detect.ts";
import type { FoundInput } from "./importers/find-inputs.ts";
import { usualRecordBytes } from "./importers/importer.ts";
import { type OpenedInputs, openInputs } from "./importers/open-inputs.ts";
import type { Diagnostic } from "./model/diagnostic.ts";
import type { GlossaryEntry } from "./model/glossary.ts";
import type { Known } from "./model/known.ts";
import { glossaryOf } from "./model/layer.ts";
import { type MapInput, mapInputs, type Step } from "./pipeline.ts";
import type { Store } from "./store/store.ts";

export interface MapFilesOptions {
  /** Id of the importer; by default the content tells. */
  readonly from?: string;
  /** Stands before native ids; by default each file's name. */
  readonly host?: string;
  /** Who wrote a dump that names nobody. */
  readonly author?: string;
  /** Which column of a table holds which field of a comment: `text` to `body`. By default the header tells. */
  readonly columns?: ReadonlyMap<string, string>;
  /** When the files were taken, `2023-07` or finer. */
  readonly captured?: string;
  /** Default 16 MiB. */
  readonly maxRecordBytes?: number;
  /** Id of the extractor. Default `rules`. */
  readonly extractor?: string;
  /** Which language model is asked, by the extractor `llm`. */
  readonly model?: ModelOptions;
  /** Entries that come before the shipped glossary. By default those that the store was last read with. */
  readonly glossary?: readonly GlossaryEntry[];
  /**
   * Threads that extract, which changes nothing in the graph; with 1 the extractor works in this one. Few
   * comments start none. Default: one fewer than the machine has cores, at least 1 and at most 2.
   */
  readonly workers?: number;
  /** Stops the run after the step at hand. */
  readonly signal?: AbortSignal;
  /** Where relative paths and patterns begin. Default `process.cwd()`. */
  readonly cwd?: string;
  /** Read for the path `-`. Default `process.stdin`. */
  readonly stdin?: Readable;
  /**
   * Told when no other writer is left to wait for: readers then see all that is stored, and nothing is changed
   * yet. The run goes on when it is done.
   */
  readonly onOpened?: () => void | Promise<void>;
  /** Told of each step that was applied; the run goes on when it is done with it. */
  readonly onStep?: (step: Step) => void | Promise<void>;
  readonly onMessage?: (message: string) => void;
}

/** What a run did. */
export interface MapOutcome {
  /** Inputs that were found: a path may name many. */
  readonly inputs: number;
  /** Inputs that were read to their end. */
  readonly mapped: number;
  /**
   * Inputs that could not be read, with the reason; the others were mapped. An extractor that could not do
   * all its work stands here too, with its id as the path.
   */
  readonly failures: readonly { readonly path: string; readonly error: AppError }[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the run changed the store at all. */
  readonly isChanged: boolean;
  /** Whether `signal` stopped the run before its end. */
  readonly isStopped: boolean;
}

/** Diagnostics kept for the outcome; a broken export may have one for each of a million records. */
const diagnosticsKept = 1000;

/**
 * Maps files into a store: the whole way from paths to an argument map.
 *
 * A path is a file, a folder, an archive, a pattern (`dumps/*.json`) or `-`. A folder or archive that is one
 * corpus is one input, else each of its files whose format is sure is one.
 *
 * Each step of the pipeline is applied before the next is planned. A file that cannot be read is reported and the
 * others are mapped. Stopping by `signal` takes effect between two steps; a further run completes the rest.
 *
 * @throws AppError `store.*` when the store cannot be opened or written.
 */
export async function mapFiles(
  paths: readonly string[],
  store: Store,
  options: MapFilesOptions = {},
): Promise<MapOutcome> {
  const { signal, onOpened = () => {}, onStep = () => {}, onMessage = () => {} } = options;
  const { cwd = process.cwd(), stdin = process.stdin, from = null } = options;
  const factory = factoryOf(options.extractor ?? "rules");
  const diagnostics: Diagnostic[] = [];
  let isChanged = false;
  const writer = await store.openWriter({ onMessage, ...(signal ? { signal } : {}) });
  let opened: OpenedInputs | null = null;
  let pool: ExtractionPool | null = null;
  try {
    // A run that was killed may have left changes that no reader sees.
    await writer.publish();
    await onOpened();
    const ownTerms = options.glossary ?? (await keptGlossary(writer.known, onMessage));
    const glossary = [...ownTerms, ...shippedGlossary];
    const extractor = await factory({ glossary, ...(options.model && { model: options.model }) });
    pool = poolFor(extractor, { glossary, workers: options.workers });
    opened = await openInputs(paths, { cwd, stdin, from });
    const failures = [...opened.failures];
    const inputs = opened.inputs.map((found) => describe(found, options));
    for (const one of opened.leftOut) reportLeftOut(one, onMessage);
    for await (const step of mapInputs(inputs, writer.known, { extractor, glossary, ownTerms, pool })) {
      if (step.failure) failures.push({ path: step.subject ?? "", error: step.failure });
      diagnostics.push(...step.diagnostics.slice(0, diagnosticsKept - diagnostics.length));
      if (step.change.writes.length > 0) {
        await writer.apply(step.change);
        await writer.publish();
        isChanged = true;
      }
      await onStep(step);
      if (signal?.aborted) break;
    }
    const count = inputs.length + opened.failures.length;
    const mapped = count - failures.length;
    if (extractor.problem) failures.push({ path: extractor.id, error: extractor.problem });
    const isStopped = signal?.aborted ?? false;
    return { inputs: count, mapped, failures, diagnostics, isChanged, isStopped };
  } finally {
    await pool?.close();
    await opened?.close();
    await writer.close();
  }
}

/** The user's terms that a store was last read with; `onMessage` is told that they are used again. */
async function keptGlossary(
  known: Known,
  onMessage: (message: string) => void,
): Promise<readonly GlossaryEntry[]> {
  const kept = glossaryOf(await known.layers());
  if (kept.length > 0)
    onMessage(
      `using the ${kept.length === 1 ? "term" : `${kept.length} terms`} of the glossary given before; --glossary FILE gives another, --glossary none leaves it out`,
    );
  return kept;
}

/** Files that a message names. */
const namesShown = 5;

/** Says what of a folder is not read. That is no failure: a README is meant to be there. */
function reportLeftOut(
  { path, withoutFormat, withoutText }: OpenedInputs["leftOut"][number],
  onMessage: (message: string) => void,
): void {
  if (withoutText > 0)
    onMessage(
      `${path}: left out ${withoutText === 1 ? "1 file that is" : `${withoutText} files that are`} hidden or without text`,
    );
  if (withoutFormat.length === 0) return;
  const more = withoutFormat.length > namesShown ? ` and ${withoutFormat.length - namesShown} more` : "";
  onMessage(
    `${path}: left out ${withoutFormat.slice(0, namesShown).join(", ")}${more}, of no format that is sure; name a file itself to read it`,
  );
}

function describe(found: FoundInput, options: MapFilesOptions): MapInput {
  const { input } = found;
  return {
    input,
    importer: reportingGuess(found),
    host: options.host ?? input.name,
    isHostGiven: options.host !== undefined,
    captured: options.captured ?? null,
    author: options.author ?? null,
    columns: options.columns ?? new Map(),
    maxRecordBytes: options.maxRecordBytes ?? usualRecordBytes,
  };
}

/**
 * Builds the extractor of an id.
 *
 * @throws AppError `extraction.unknown-extractor` with the ids there are.
 */
export async function buildExtractor(
  id: string,
  {
    glossary,
    model,
  }: { readonly glossary: readonly GlossaryEntry[]; readonly model?: ModelOptions | undefined },
): Promise<Extractor> {
  return factoryOf(id)({ glossary, ...(model === undefined ? {} : { model }) });
}

function factoryOf(id: string): ExtractorFactory {
  const factories: Readonly<Record<string, ExtractorFactory>> = extractors;
  const factory = Object.hasOwn(factories, id) ? factories[id] : undefined;
  if (!factory)
    throw new AppError("extraction.unknown-extractor", `--extractor ${id}: there is no such extractor`, {
      hint: `Name one of: ${Object.keys(factories).sort().join(", ")}.`,
    });
  return factory;
}

/** Threads for an extractor, which start when there is enough to do; null where it works in one. */
export function poolFor(
  extractor: Extractor,
  {
    glossary,
    workers = usualWorkers(),
  }: { readonly glossary: readonly GlossaryEntry[]; readonly workers?: number | undefined },
): ExtractionPool | null {
  if (workers < 2 || !isThreaded(extractor)) return null;
  return new ExtractionPool({ extractor: extractor.id, glossary }, workers);
}
