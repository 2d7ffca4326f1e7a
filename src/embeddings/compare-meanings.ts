import { cosine } from "./cosine.ts";
import type { SentenceModel } from "./sentence-model.ts";
import { textDigest, type VectorShelf } from "./vector-shelf.ts";

/** Vectors that are written at once: so many are lost where a run is killed. */
const perWrite = 64;

/** Told how many of the texts without a vector were read. */
export type OnRead = (done: number, all: number) => void;

/**
 * The cosine of a text with each of some others, in their order, by a sentence model.
 *
 * Each text is read once and its vector kept on the shelf: the second question about the same claims reads
 * the disk. A small model reads some tens of claims a second.
 *
 * @throws AppError `embeddings.model-invalid`, `embeddings.cache-invalid`; what `signal` is aborted with.
 */
export async function compareMeanings(
  text: string,
  others: readonly string[],
  {
    model,
    shelf,
    onRead,
    signal,
  }: { model: SentenceModel; shelf: VectorShelf; onRead: OnRead; signal: AbortSignal },
): Promise<readonly number[]> {
  const texts = new Map([text, ...others].map((one) => [textDigest(one), one]));
  const vectors = new Map(await shelf.read(new Set(texts.keys())));
  const missing = [...texts].filter(([digest]) => !vectors.has(digest));
  let fresh = new Map<string, Float32Array>();
  let done = 0;
  for (const [digest, one] of missing) {
    signal.throwIfAborted();
    const vector = await model.vectorOf(one);
    vectors.set(digest, vector);
    fresh.set(digest, vector);
    done++;
    if (fresh.size < perWrite && done < missing.length) continue;
    await shelf.add(fresh);
    fresh = new Map();
    onRead(done, missing.length);
  }
  const own = vectors.get(textDigest(text));
  return others.map((other) => cosine(own, vectors.get(textDigest(other))));
}
