import type { Extractor } from "../../src/extraction/extractor.ts";
import { rules } from "../../src/extraction/registry.ts";
import { shippedGlossary } from "../../src/extraction/rules/glossary.ts";
import type { Input } from "../../src/importers/importer.ts";
import { boundariesSuffix } from "../../src/importers/profile-dump/boundaries-file.ts";
import type { Change } from "../../src/model/change.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { ExtractionThreads } from "../../src/pipeline/extract-ahead.ts";
import { type MapInput, mapInputs } from "../../src/pipeline.ts";
import { detectImporter } from "./detect-importer.ts";
import { MemoryKnown } from "./memory-known.ts";

let byRules: Promise<Extractor> | null = null;

/** The rules, loaded once and only where a test has no extractor of its own. */
function loadRules(): Promise<Extractor> {
  byRules ??= rules({ glossary: shippedGlossary });
  return byRules;
}

type Files = Readonly<Record<string, string>>;

/** A file of a folder that stands in memory. */
function textInput(name: string, files: Files): Input {
  const bytes = Buffer.from(files[name] ?? "", "utf8");
  return {
    name,
    bytes: bytes.length,
    files: null,
    open: async function* () {
      yield bytes;
    },
    beside: async (suffix) => files[`${name}${suffix}`] ?? null,
  };
}

/** What a run over inputs in memory did to a store of plain maps. */
export interface MappedText {
  readonly known: MemoryKnown;
  readonly changes: readonly Change[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Maps texts by the whole pipeline into a store of plain maps. What a person said of a file
 * (`dump.txt.boundaries`) is no input.
 *
 * @param known - a store to go on with; by default an empty one.
 * @param options.host - stands before native ids; by default the name of each text.
 * @param options.extractor - by default the rules.
 * @param options.pool - threads that are ready; by default none.
 */
export async function mapText(
  files: Files,
  known = new MemoryKnown(),
  {
    host,
    extractor,
    pool = null,
  }: {
    readonly host?: string;
    readonly extractor?: Extractor;
    readonly pool?: ExtractionThreads | null;
  } = {},
): Promise<MappedText> {
  const inputs = await textInputs(files, host);
  const changes: Change[] = [];
  const diagnostics: Diagnostic[] = [];
  const options = { extractor: extractor ?? (await loadRules()), glossary: shippedGlossary, pool };
  for await (const step of mapInputs(inputs, known, options)) {
    if (step.failure) throw step.failure;
    known.apply(step.change);
    if (step.change.writes.length > 0) changes.push(step.change);
    diagnostics.push(...step.diagnostics);
  }
  return { known, changes, diagnostics };
}

/** Texts as inputs of the pipeline, each with the importer that reads it. */
export async function textInputs(files: Files, host?: string): Promise<readonly MapInput[]> {
  const inputs: MapInput[] = [];
  for (const name of Object.keys(files).filter((one) => !one.endsWith(boundariesSuffix))) {
    const input = textInput(name, files);
    const importer = await detectImporter(input, null);
    const about = { isHostGiven: host !== undefined, captured: null, author: null, columns: new Map() };
    inputs.push({ input, importer, host: host ?? name, ...about, maxRecordBytes: 2 ** 20 });
  }
  return inputs;
}

/** One line of our JSONL for each record. */
export function jsonLines(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}
