import type { Command } from "commander";
import { parseInput } from "../parse-input.ts";
import { findSimilar, SimilarInput } from "../queries/similar.ts";
import type { Io } from "./io.ts";
import { printListing } from "./listing.ts";
import { openTheStore } from "./open.ts";
import type { LayerOptions, ListingOptions } from "./options.ts";
import { type EmbeddingOptions, openMeaning } from "./sentence-model.ts";
import { similarListing } from "./views/similar.ts";

/** Claims that the model compares unless the user says otherwise: half a minute for a small model. */
const usuallyRead = 1000;

export interface SimilarOptions extends ListingOptions, LayerOptions, EmbeddingOptions {
  readonly text?: string;
  readonly author?: string;
  readonly min?: number;
  readonly read?: number;
}

/** Lists claims that say nearly the same as a claim or as words. */
export async function runSimilar(
  io: Io,
  command: Command,
  claim: string | null,
  options: SimilarOptions,
): Promise<void> {
  const { text = null, author = null, min, limit, extractor = null, read = usuallyRead } = options;
  const given = {
    claim,
    text,
    author,
    extractor,
    ...(min !== undefined && { min }),
    ...(limit !== undefined && { limit }),
  };
  const input = parseInput(SimilarInput, given, {
    code: "cli.usage",
    place: "elenchus similar",
    hint: "See `elenchus similar --help`.",
  });
  const store = await openTheStore(io, command);
  const meaning = await openMeaning(io, store, options);
  const reader = await store.openReader();
  try {
    const answer = await findSimilar(reader, input, meaning && { meaning, most: read });
    await printListing(io, options, similarListing(io, answer));
  } finally {
    await reader.close();
    await meaning?.close();
  }
}
