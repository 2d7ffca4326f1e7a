import type { FeedBlock, FeedDraft } from "../../model/draft.ts";
import { paragraphKey } from "../../text/keys.ts";
import { composeOffsets, MappedTextBuilder, unifyLineEnds } from "../../text/offset-map.ts";
import type { ImportOptions, Input } from "../importer.ts";
import { readWhole } from "../read-whole.ts";
import { cutBlocks, type RawBlock } from "./blocks.ts";
import { type BoundaryWeights, scoreBoundaries } from "./boundary-score.ts";
import { takeOffFurniture } from "./furniture.ts";
import { type QuoteWeights, scoreQuotes } from "./quote-score.ts";
import { findSeparators } from "./separators.ts";
import { chooseStarts, commentsOfProfile } from "./starts.ts";

/** What the cues of borders and of quotes count for. */
export interface DumpWeights {
  readonly boundary: BoundaryWeights;
  readonly quote: QuoteWeights;
}

/** Reads a profile page and guesses where its comments begin and what in them is quoted. */
export async function readFeed(
  input: Input,
  options: ImportOptions,
  weights: DumpWeights,
): Promise<FeedDraft> {
  const decoded = await readWhole(input, options, "a profile page");
  const unified = unifyLineEnds(decoded);
  const page = takeOffFurniture(cutBlocks(unified.text));
  const { blocks, starts: separated } = findSeparators(page.blocks, page);
  const author = options.author ?? page.author;
  const quotes = scoreQuotes(blocks, author, weights.quote);
  const guessed = scoreBoundaries(blocks, quotes, weights.boundary);
  const scores = separated === null ? guessed : guessed.map((_, index) => Number(separated.includes(index)));
  const guess = separated ?? chooseStarts(scores, page.isProfile ? commentsOfProfile : null);
  const { text, offsets, spans } = joinBlocks(blocks);
  const feedBlocks = blocks.map(
    (block, index): FeedBlock => ({
      span: spans[index] ?? { start: 0, end: 0 },
      key: paragraphKey(block.text),
      isList: block.isList,
      boundaryScore: round(scores[index] ?? 0),
      quoteScore: round(quotes[index] ?? 0),
    }),
  );
  return {
    author,
    bio: page.bio,
    text,
    offsets: composeOffsets(offsets, unified.offsets),
    blocks: feedBlocks,
    starts: guess,
    areStartsSet: false,
  };
}

/** The blocks as one text, an empty line between two, with the place of each. */
function joinBlocks(blocks: readonly RawBlock[]) {
  const builder = new MappedTextBuilder();
  const spans = blocks.map((block) => {
    if (builder.length > 0) builder.make("\n\n", block.start);
    const start = builder.length;
    builder.copy(block.text, block.start);
    return { start, end: builder.length };
  });
  return { ...builder.build(), spans };
}

/** Three decimals, so that the last bits of a platform's `exp` are no part of a result. */
function round(probability: number): number {
  return Math.round(probability * 1000) / 1000;
}
