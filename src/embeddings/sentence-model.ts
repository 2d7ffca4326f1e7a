import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { AppError } from "../errors.ts";
import { loadRuntime, type Runtime, type Session, type Tensor } from "./runtime.ts";
import { readVocabulary } from "./vocabulary.ts";
import { type Vocabulary, wordPieces } from "./word-pieces.ts";

/** The files of a model. */
export interface ModelFiles {
  readonly model: string;
  readonly vocabulary: string;
}

/** Turns texts into vectors of length 1 that are near where texts mean nearly the same. */
export interface SentenceModel {
  /** Differs where another model, vocabulary or version of ours would give other vectors. */
  readonly digest: string;
  vectorOf(text: string): Promise<Float32Array>;
  close(): Promise<void>;
}

/** Grows when the same files give other vectors than before. */
const version = "1";

/** The names under which models of the BERT family take a text. */
const inputs = ["input_ids", "attention_mask", "token_type_ids"] as const;
/** What models that pool by themselves call their result. */
const pooled = "sentence_embedding";

/**
 * Opens a sentence model of the BERT family in ONNX.
 *
 * A text goes in by itself, so that no other shares its padding and its vector is always the same. What comes
 * out is `sentence_embedding` where the model has it; else the mean of the vectors of all pieces.
 *
 * @param cwd - where onnxruntime-web is looked for if it does not lie beside Elenchus.
 * @throws AppError `embeddings.runtime-missing`, `embeddings.model-invalid`, `embeddings.vocabulary-invalid`.
 */
export async function openSentenceModel(files: ModelFiles, cwd: string): Promise<SentenceModel> {
  const vocabulary = await readVocabulary(files.vocabulary);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(files.model);
  } catch (cause) {
    throw unusable(files.model, "it cannot be read", cause);
  }
  const runtime = await loadRuntime(cwd);
  const session = await openSession(runtime, files.model, bytes);
  const digest = createHash("sha256")
    .update(version)
    .update(bytes)
    .update(JSON.stringify([...vocabulary.pieces]))
    .update(JSON.stringify([vocabulary.isLowerCase, vocabulary.hasAccents, vocabulary.mostPieces]))
    .digest("hex");
  return {
    digest,
    vectorOf: (text) => vectorOf(text, { runtime, session, vocabulary, path: files.model }),
    close: () => session.release(),
  };
}

async function openSession(runtime: Runtime, path: string, bytes: Uint8Array): Promise<Session> {
  let session: Session;
  try {
    session = await runtime.InferenceSession.create(bytes, { executionProviders: ["wasm"] });
  } catch (cause) {
    throw unusable(path, "onnxruntime-web cannot load it", cause);
  }
  const foreign = session.inputNames.filter((name) => !inputs.some((known) => known === name));
  if (!session.inputNames.includes("input_ids") || foreign.length > 0) {
    await session.release();
    throw unusable(path, `it takes ${session.inputNames.join(", ")}, and not the pieces of a text`);
  }
  return session;
}

interface Opened {
  readonly runtime: Runtime;
  readonly session: Session;
  readonly vocabulary: Vocabulary;
  readonly path: string;
}

async function vectorOf(text: string, { runtime, session, vocabulary, path }: Opened): Promise<Float32Array> {
  const pieces = wordPieces(text, vocabulary);
  const values: Readonly<Record<string, readonly number[]>> = {
    input_ids: pieces,
    attention_mask: pieces.map(() => 1),
    token_type_ids: pieces.map(() => 0),
  };
  const feeds = session.inputNames.map((name): [string, Tensor] => {
    const numbers = BigInt64Array.from(values[name] ?? [], BigInt);
    return [name, new runtime.Tensor("int64", numbers, [1, pieces.length])];
  });
  let found: Readonly<Record<string, Tensor>>;
  try {
    found = await session.run(Object.fromEntries(feeds));
  } catch (cause) {
    throw unusable(path, "it fails on a text", cause);
  }
  const output = found[pooled] ?? found[session.outputNames[0] ?? ""];
  if (!(output?.data instanceof Float32Array)) throw unusable(path, "it does not give 32-bit numbers");
  return ofLengthOne(meanOf(path, output.data, output.dims));
}

/** The mean over the pieces of a text; a vector that is pooled already stays as it is. */
function meanOf(path: string, data: Float32Array, dims: readonly number[]): Float32Array {
  const [texts, pieces = 1, size] = dims.length === 2 ? [dims[0], 1, dims[1]] : dims;
  if (texts !== 1 || size === undefined || size === 0 || dims.length > 3)
    throw unusable(path, `what it gives has the sizes ${dims.join(" × ")}, and is no vector for a text`);
  const mean = new Float32Array(size);
  for (let at = 0; at < data.length; at++)
    mean[at % size] = (mean[at % size] ?? 0) + (data[at] ?? 0) / pieces;
  return mean;
}

/** A vector in the same direction, of length 1; one without a direction stays 0. */
function ofLengthOne(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  return square === 0 ? vector : vector.map((value) => value / Math.sqrt(square));
}

function unusable(path: string, problem: string, cause?: unknown): AppError {
  return new AppError("embeddings.model-invalid", `${path}: ${problem}`, {
    hint: "Name a sentence model of the BERT family, exported to ONNX with 32-bit numbers and free sizes.",
    cause,
  });
}
