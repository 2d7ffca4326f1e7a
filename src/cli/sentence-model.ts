import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { AppError } from "../errors.ts";
import type { Meaning } from "../queries/similar/meaning.ts";
import type { Store } from "../store/store.ts";
import type { Io } from "./io.ts";
import { besideStore } from "./open.ts";
import { say } from "./output.ts";

/** What the command line says of a sentence model. */
export interface EmbeddingOptions {
  readonly embeddings?: string;
  readonly vocabulary?: string;
}

/** Names under which vocabularies come with their models. */
const usualVocabularies = ["tokenizer.json", "vocab.txt"];

/** A model that compares texts, to be closed in the end. */
export interface OpenMeaning extends Meaning {
  close(): Promise<void>;
}

/**
 * Opens the sentence model that the options or the environment name; null where none is named.
 *
 * @throws AppError `cli.usage` where no vocabulary is found; `embeddings.*`.
 */
export async function openMeaning(
  io: Io,
  store: Store,
  options: EmbeddingOptions,
): Promise<OpenMeaning | null> {
  const named = options.embeddings ?? (io.env.ELENCHUS_EMBEDDINGS || undefined);
  if (named === undefined) return null;
  const path = resolve(io.cwd, named);
  const vocabulary = vocabularyFor(path, io, options);
  const { openSentenceModel } = await import("../embeddings/sentence-model.ts");
  const { compareMeanings } = await import("../embeddings/compare-meanings.ts");
  const { VectorShelf } = await import("../embeddings/vector-shelf.ts");
  const model = await openSentenceModel({ model: path, vocabulary }, io.cwd);
  const shelf = new VectorShelf(besideStore(io, store, "vectors"), model.digest);
  const onRead = (done: number, all: number): void => say(io, `the model read ${done} of ${all} texts`);
  return {
    compare: (text, others) => compareMeanings(text, others, { model, shelf, onRead, signal: io.signal }),
    close: () => model.close(),
  };
}

function vocabularyFor(model: string, io: Io, options: EmbeddingOptions): string {
  const named = options.vocabulary ?? (io.env.ELENCHUS_VOCABULARY || undefined);
  if (named !== undefined) return resolve(io.cwd, named);
  const found = usualVocabularies.map((name) => join(dirname(model), name)).find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new AppError("cli.usage", `no ${usualVocabularies.join(" or ")} lies beside ${model}`, {
    hint: "Name the vocabulary of the model with --vocabulary.",
  });
}
