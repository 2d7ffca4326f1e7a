import { planForgetAuthor } from "./linking/forgetting/plan-author.ts";
import type { ForgetPlan } from "./linking/forgetting/plan-removal.ts";
import { planForgetSource } from "./linking/forgetting/plan-source.ts";
import { planSweep } from "./linking/forgetting/plan-sweep.ts";
import { buildExtractor, poolFor } from "./map-files.ts";
import type { Author, Source } from "./model/comment.ts";
import type { GlossaryEntry } from "./model/glossary.ts";
import type { Known } from "./model/known.ts";
import { relink, type Step } from "./pipeline.ts";
import type { Store, StoreWriter } from "./store/store.ts";
import { termsFor } from "./terms-for.ts";

/** Who or what is to be forgotten: of a person all entries that are named, and no other. */
export type Forgotten =
  | { readonly kind: "author"; readonly entries: readonly [Author, ...Author[]] }
  | { readonly kind: "source"; readonly source: Source };

export interface ForgetOptions {
  /** Id of the extractor. Default `rules`. */
  readonly extractor?: string;
  /** Entries that come before the shipped glossary. By default those that the store was last read with. */
  readonly glossary?: readonly GlossaryEntry[];
  /** Stops the run after the step at hand. */
  readonly signal?: AbortSignal;
  /**
   * Told when no other writer is left to wait for: readers then see all that is stored, and nothing is changed
   * yet. The run goes on when it is done.
   */
  readonly onOpened?: () => void | Promise<void>;
  readonly onStep?: (step: Step) => void;
  readonly onMessage?: (message: string) => void;
}

/** What became of the comments. */
export interface ForgetOutcome extends Pick<ForgetPlan, "removed" | "emptied" | "rewritten"> {
  /** Whether `signal` stopped the run: the words are out of the graph, and may still be in the store's files. */
  readonly isStopped: boolean;
}

/** Says what forgetting would do to comments, and changes nothing. */
export async function planForget(forgotten: Forgotten, known: Known): Promise<ForgetPlan> {
  return forgotten.kind === "author"
    ? await planForgetAuthor(forgotten.entries, known)
    : await planForgetSource(forgotten.source, known);
}

/**
 * Takes a person or an input out of a store, with all that only they support.
 *
 *     remove -> words, quotes, claims, relations, copies in other people's quotes
 *     relink -> what waits for extraction, concepts, refinements of what is left
 *     sweep  -> people and threads with nothing left
 *     compact -> the files of the store, where it has any, so that no copy stays on the disk
 *
 * A run that was cut off after the first step is completed by any later `mapFiles`, except for compacting.
 *
 * @throws AppError `store.*` when the store cannot be opened or written.
 */
export async function forget(
  forgotten: Forgotten,
  store: Store,
  options: ForgetOptions = {},
): Promise<ForgetOutcome> {
  const { signal, onOpened = () => {}, onMessage = () => {} } = options;
  const writer = await store.openWriter({ onMessage, ...(signal ? { signal } : {}) });
  let outcome: ForgetOutcome;
  try {
    // A run that was killed may have left changes that no reader sees.
    await writer.publish();
    await onOpened();
    outcome = await forgetWith(writer, forgotten, options);
  } finally {
    await writer.close();
  }
  // Journal, engine and publications keep what was removed until they are written anew.
  if (!outcome.isStopped) await store.maintenance?.compact({ onMessage });
  return outcome;
}

async function forgetWith(
  writer: StoreWriter,
  forgotten: Forgotten,
  { extractor = "rules", glossary, signal, onStep = () => {} }: ForgetOptions,
): Promise<ForgetOutcome> {
  const entries = await termsFor(writer.known, glossary);
  const built = await buildExtractor(extractor, { glossary: entries });
  const pool = poolFor(built, { glossary: entries });
  const { change, removed, emptied, rewritten, left } = await planForget(forgotten, writer.known);
  await writer.apply(change.build());
  try {
    const mapping = { extractor: built, glossary: entries, pool };
    for await (const step of relink(writer.known, mapping, left.corrections)) {
      if (step.change.writes.length > 0) await writer.apply(step.change);
      onStep(step);
      if (signal?.aborted) return { removed, emptied, rewritten, isStopped: true };
    }
  } finally {
    await pool?.close();
  }
  await writer.apply((await planSweep(left, writer.known)).build());
  return { removed, emptied, rewritten, isStopped: false };
}
