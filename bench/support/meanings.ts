import { basename, dirname, join } from "node:path";
import { cosine } from "../../src/embeddings/cosine.ts";
import { openSentenceModel } from "../../src/embeddings/sentence-model.ts";

/** How alike two texts are in what they mean, -1 to 1. */
export type MeaningScore = (a: string, b: string) => number;

/** The files of a sentence model; the vocabulary is by default the tokenizer.json beside the model. */
export interface EmbeddingFiles {
  readonly model: string;
  readonly vocabulary?: string;
}

/**
 * Reads texts with a sentence model, and tells how alike two of them are.
 *
 * @param model - an ONNX file.
 * @param vocabulary - its tokenizer.json or vocab.txt; by default the tokenizer.json beside it.
 */
export async function meaningsOf(
  texts: Iterable<string>,
  model: string,
  vocabulary = join(dirname(model), "tokenizer.json"),
): Promise<MeaningScore> {
  const opened = await openSentenceModel({ model, vocabulary }, process.cwd());
  const vectors = new Map<string, Float32Array>();
  for (const text of new Set(texts)) vectors.set(text, await opened.vectorOf(text));
  await opened.close();
  console.log(`${vectors.size} texts read by ${basename(model)} (${opened.digest.slice(0, 16)})`);
  return (a, b) => cosine(vectors.get(a), vectors.get(b));
}
