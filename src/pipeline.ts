import type { Extractor, WaitingComment } from "./extraction/extractor.ts";
import { ChangeBuilder } from "./linking/change-builder.ts";
import type { Correction } from "./model/claim.ts";
import type { GlossaryEntry } from "./model/glossary.ts";
import { hashId } from "./model/id.ts";
import type { Known } from "./model/known.ts";
import { lastUsed } from "./model/layer.ts";
import { drawCorrections } from "./pipeline/draw-corrections.ts";
import type { ExtractionThreads } from "./pipeline/extract-ahead.ts";
import { extractComments, waitingComments } from "./pipeline/extract-comments.ts";
import { importInput, type MapInput } from "./pipeline/import-input.ts";
import { markUnmarked, noteLayer } from "./pipeline/layers.ts";
import { conceptChanges, linkConcepts } from "./pipeline/link-concepts.ts";
import { linkRefinements } from "./pipeline/link-refinements.ts";
import { type Run, type Step, stepOf } from "./pipeline/run.ts";
import { settleAllClaims } from "./pipeline/settle-claims.ts";
import { settlePeoplesClaims } from "./pipeline/settle-sameness.ts";

export type { MapInput } from "./pipeline/import-input.ts";
export type { Step } from "./pipeline/run.ts";

export interface MapOptions {
  readonly extractor: Extractor;
  /** The user's entries, then the shipped ones; the extractor was built with the same. */
  readonly glossary: readonly GlossaryEntry[];
  /** The user's entries alone, which the store keeps for later runs. Default none. */
  readonly ownTerms?: readonly GlossaryEntry[];
  /**
   * Threads of the same extractor with the same glossary, which whoever hands them in closes in the end. The
   * result is the same without. Default null: the extractor works in this thread.
   */
  readonly pool?: ExtractionThreads | null;
}

/**
 * Turns inputs into the changes that make their argument map.
 *
 *     import    -> comments, their versions and marked quotes      one input after the other
 *     prepare   -> nothing yet: an extractor that asks a model asks for all that waits
 *     extract   -> quotes resolved, claims, terms, relations       what waits for it, ancestors first
 *     claims    -> one claim for one wording                       whatever was met first
 *     corrections -> relations that people drew, claims they joined  what extraction took away or parted
 *     concepts  -> concepts of the corpus, what claims are about   from the counts of all terms
 *     refinements -> one author's claims across comments
 *
 * Nothing is written here. Each step holds a change that must be applied before the next is asked for,
 * because later steps read what earlier ones stored from `known`. A run may be left at any step: the next one
 * takes up what is missing. Mapping the same inputs again plans no change.
 *
 * An input that cannot be read is a step with its `failure`; the others are mapped.
 */
export async function* mapInputs(
  inputs: readonly MapInput[],
  known: Known,
  options: MapOptions,
): AsyncGenerator<Step> {
  const run = runOf(known, options);
  for (const input of inputs) yield* importInput(run, input);
  yield* linkAll(run, options);
  yield* noteLayer(run);
}

/**
 * Links what is stored again after something was taken out: what waits for extraction, concepts, refinements.
 *
 * Comments that this extractor read under another version or glossary are extracted anew, as a run with
 * inputs would do. Where it read nothing so far, nothing is extracted: forgetting adds no layer, nor does it
 * change which was used last.
 *
 * @param unsettled - corrections that say of what was taken out what is one claim. They go when claims were
 *   settled with them, but for those whose words are there again. Default none.
 */
export async function* relink(
  known: Known,
  options: MapOptions,
  unsettled: readonly string[] = [],
): AsyncGenerator<Step> {
  const layers = await known.layers();
  const last = lastUsed(layers);
  const isItsOwn = last === null || layers.some(({ id }) => id === options.extractor.id);
  // What extracts nothing stands for the layer that is there.
  const extractor = isItsOwn ? options.extractor : { ...options.extractor, id: last.id };
  const run = runOf(known, { ...options, extractor });
  run.isDirty = true;
  for (const id of unsettled) run.unsettled.add(id);
  yield* linkAll(run, options, { isExtracting: isItsOwn });
}

function runOf(known: Known, { extractor, glossary, ownTerms = [] }: MapOptions): Run {
  const fingerprint = `${extractor.id}@${extractor.version}:${hashId(JSON.stringify(glossary))}`;
  const state = { sources: new Map(), unsettled: new Set<string>(), isDirty: false, hasWaiting: false };
  return { known, extractor, glossary, ownTerms, fingerprint, ...state };
}

async function* linkAll(
  run: Run,
  { pool = null }: MapOptions,
  { isExtracting = true } = {},
): AsyncGenerator<Step> {
  const { known } = run;
  yield* markUnmarked(run);
  if (isExtracting) {
    yield* prepare(run);
    yield* extractComments(run, pool);
  }
  const stored = await known.sources();
  if (run.isDirty || stored.some((source) => !source.isComplete)) {
    yield* settleAllClaims(run);
    yield* drawCorrections(run);
    yield* settlePeoplesClaims(run);
    yield* linkConcepts(run);
    yield* linkRefinements(run);
  }
  const open = (await known.sources()).filter((source) => !source.isComplete);
  const completed = open.map((source) => ({ ...source, isComplete: true }));
  yield stepOf(run, new ChangeBuilder().add("save-sources", ...completed), {
    stage: "finish",
    done: completed.length,
  });
}

/**
 * Counts the concepts anew with other corrections than those that are stored, then the refinements that build
 * on them.
 *
 * The first step holds `change`, which stores the corrections, and all that follows for concepts, mentions
 * and what claims are about: it is applied as a whole or not at all. Memory is linear in what changes. A run
 * that was cut off after it is completed by the next one with inputs.
 */
export async function* relinkConcepts(
  known: Known,
  glossary: readonly GlossaryEntry[],
  { change, corrections }: { readonly change: ChangeBuilder; readonly corrections: readonly Correction[] },
): AsyncGenerator<Step> {
  const first = async (run: Run) => {
    for await (const one of conceptChanges(run, corrections)) change.append(one.change);
    return stepOf(run, change, { stage: "concepts", done: 0 });
  };
  yield* relinkAfter(first, known, { glossary });
}

/**
 * Links the refinements of some people anew when it changes who they are.
 *
 * The first step holds `change`, which stores or removes what says so. A run that was cut off after it is completed
 * by the next one with inputs.
 *
 * @param authorIds - entries of those people, as they are then.
 */
export async function* relinkPeople(
  known: Known,
  change: ChangeBuilder,
  authorIds: readonly string[],
): AsyncGenerator<Step> {
  const first = async (run: Run) => stepOf(run, change, { stage: "corrections", done: 0 });
  yield* relinkAfter(first, known, { glossary: [], authorIds });
}

/** Links refinements after a first step, and extracts nothing. A source is marked as open until it is done. */
async function* relinkAfter(
  first: (run: Run) => Promise<Step>,
  known: Known,
  { glossary, authorIds }: Pick<MapOptions, "glossary"> & { readonly authorIds?: readonly string[] },
): AsyncGenerator<Step> {
  const last = lastUsed(await known.layers());
  const extract = async () => Promise.reject(new Error("nothing is extracted when what is stored is linked"));
  const run = runOf(known, { extractor: { id: last?.id ?? "", version: "", extract }, glossary });
  for (const source of (await known.sources()).slice(0, 1)) run.sources.set(source.id, source);
  const [before] = run.sources.values();
  yield await first(run);
  if (last !== null) yield* linkRefinements(run, authorIds);
  const done = before?.isComplete ? [before] : [];
  yield stepOf(run, new ChangeBuilder().add("save-sources", ...done), { stage: "finish", done: done.length });
}

/** Lets an extractor that works ahead do so. What waits is not changed by it. */
async function* prepare(run: Run): AsyncGenerator<Step> {
  const ahead = run.extractor.prepare?.(waitingComments(run)) ?? [];
  for await (const done of ahead) yield stepOf(run, new ChangeBuilder(), { stage: "prepare", done });
}

/** No extraction has this fingerprint, so that every comment waits for one that would. */
const noFingerprint = "none";

/**
 * What is stored, comment by comment, as the extractor will get it: all of it, or only what waits for this
 * extractor. Nothing is changed.
 */
export function listForExtraction(
  known: Known,
  options: MapOptions,
  { isWaitingOnly }: { readonly isWaitingOnly: boolean },
): AsyncIterable<WaitingComment> {
  const run = runOf(known, options);
  return waitingComments(isWaitingOnly ? run : { ...run, fingerprint: noFingerprint });
}
