import { ChangeBuilder } from "../linking/change-builder.ts";
import { compareStrings } from "../model/id.ts";
import { glossaryOf, lastUsed, layerOf } from "../model/layer.ts";
import { batches } from "./batches.ts";
import { type Run, type Step, stepOf } from "./run.ts";
import { statedSources } from "./stated-sources.ts";

/** How many comments one change marks. */
const commentsPerChange = 500;

/** The layers of the store and the one that reads now, sorted. */
export async function layersOf({ known, extractor }: Run): Promise<readonly string[]> {
  const stored = (await known.layers()).map(({ id }) => id);
  return [...new Set([...stored, extractor.id])].sort(compareStrings);
}

/**
 * Marks what was found before a store could hold several layers with the layer that found it.
 *
 * What nobody is said to state belongs to every layer. That is so of argument maps; of other comments it
 * would show one layer's claims in all of them, and goes unseen only while there is one.
 */
export async function* markUnmarked(run: Run): AsyncGenerator<Step> {
  if ((await layersOf(run)).length < 2) return;
  const stated = await statedSources(run.known);
  let done = 0;
  for await (const comments of batches(run.known.unmarked(), commentsPerChange)) {
    const change = new ChangeBuilder();
    for (const { commentId, source, fingerprints } of comments) {
      const [extractor, ...others] = fingerprints.map(layerOf);
      if (extractor === undefined || others.length > 0 || stated.has(source)) continue;
      change.add("mark-layer", { commentId, extractor });
    }
    done += comments.length;
    if (!change.isEmpty) yield stepOf(run, change, { stage: "extract", done });
  }
}

/**
 * Notes that the run's layer was used last, and the user's terms, once the store holds a comment that it read.
 *
 * A layer for which comments wait takes no other's place: what is read by default would lack all that waits.
 */
export async function* noteLayer(run: Run): AsyncGenerator<Step> {
  const { known, fingerprint, extractor, hasWaiting, ownTerms } = run;
  const { id } = extractor;
  const layers = await known.layers();
  const last = lastUsed(layers);
  const isKept = JSON.stringify(glossaryOf(layers)) === JSON.stringify(ownTerms);
  const before = layers.find((layer) => layer.id === id);
  const isWaiting = hasWaiting && last !== null;
  const rank = isWaiting || last?.id === id ? (before?.rank ?? 0) : (last?.rank ?? 0) + 1;
  if ((isKept && before?.rank === rank) || !(await known.isRead(fingerprint))) return;
  const terms = ownTerms.length === 0 ? {} : { glossary: ownTerms };
  const others = isKept ? [] : layers.filter((layer) => layer.id !== id);
  const change = new ChangeBuilder()
    .add("save-layers", { id, rank, ...terms })
    .add("save-layers", ...others.map((layer) => ({ id: layer.id, rank: layer.rank, ...terms })));
  yield { stage: "finish", change: change.build(), subject: null, done: 0, diagnostics: [], failure: null };
}
