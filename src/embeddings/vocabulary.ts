import { readFile } from "node:fs/promises";
import { z } from "zod";
import { AppError } from "../errors.ts";
import { framing, type Vocabulary } from "./word-pieces.ts";

/**
 * Pieces that a model reads where its vocabulary does not say; sentence models are trained on no more than
 * 512.
 */
const usuallyRead = 256;
const mostRead = 512;

const Normalizer = z.object({
  type: z.string(),
  lowercase: z.boolean().nullish(),
  strip_accents: z.boolean().nullish(),
});

/** What we need of a `tokenizer.json`, which holds more. */
const TokenizerFile = z.object({
  model: z.object({ type: z.string().nullish(), vocab: z.unknown() }),
  normalizer: z.object({ ...Normalizer.shape, normalizers: z.array(Normalizer).nullish() }).nullish(),
  truncation: z.object({ max_length: z.int().positive() }).nullish(),
});
const Pieces = z.record(z.string(), z.int().nonnegative());

/**
 * Reads the vocabulary of a model: a `tokenizer.json` with a WordPiece model, or a `vocab.txt` with a piece a
 * line.
 *
 * A `vocab.txt` does not say whether texts are read in lower case: they are where no piece holds a capital.
 *
 * @throws AppError `embeddings.vocabulary-invalid` for a file that cannot be read, or is of another kind.
 */
export async function readVocabulary(path: string): Promise<Vocabulary> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    throw unusable(path, "it cannot be read", cause);
  }
  const vocabulary = text.trimStart().startsWith("{") ? fromJson(path, text) : fromLines(text);
  for (const piece of Object.values(framing))
    if (!vocabulary.pieces.has(piece)) throw unusable(path, `it has no piece ${piece}`);
  return vocabulary;
}

function fromJson(path: string, text: string): Vocabulary {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw unusable(path, "it is not JSON", cause);
  }
  const file = TokenizerFile.safeParse(value);
  if (!file.success) throw unusable(path, "it is no tokenizer.json", file.error);
  const { model, normalizer, truncation } = file.data;
  const pieces = Pieces.safeParse(model.vocab);
  // Files of old versions do not name their kind; a vocabulary of the other kinds is a list, or has a list of
  // merges.
  if ((model.type ?? "WordPiece") !== "WordPiece" || !pieces.success)
    throw unusable(path, `its model is ${model.type ?? "of another kind"}, and only WordPiece is read`);
  const steps = normalizer?.normalizers ?? (normalizer ? [normalizer] : []);
  const bert = steps.find(({ type }) => type === "BertNormalizer");
  const isLowerCase = bert ? bert.lowercase !== false : steps.some(({ type }) => type === "Lowercase");
  return {
    pieces: new Map(Object.entries(pieces.data)),
    isLowerCase,
    hasAccents: !(bert?.strip_accents ?? isLowerCase),
    mostPieces: Math.min(mostRead, truncation?.max_length ?? usuallyRead),
  };
}

function fromLines(text: string): Vocabulary {
  const lines = text.split(/\r?\n/u);
  if (lines.at(-1) === "") lines.pop();
  const pieces = new Map(lines.map((piece, number) => [piece, number]));
  const isLowerCase = !lines.some((piece) => /^[^[]*\p{Lu}/u.test(piece));
  return { pieces, isLowerCase, hasAccents: !isLowerCase, mostPieces: usuallyRead };
}

function unusable(path: string, problem: string, cause?: unknown): AppError {
  return new AppError("embeddings.vocabulary-invalid", `${path}: ${problem}`, {
    hint: "Name the tokenizer.json or vocab.txt that came with the model; models of the BERT family have one.",
    cause,
  });
}
