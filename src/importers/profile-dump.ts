import { AppError } from "../errors.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { FeedBlock, FeedDraft, ImportRecord } from "../model/draft.ts";
import { decodeText } from "../text/decode.ts";
import { paragraphKey } from "../text/keys.ts";
import { composeOffsets, MappedTextBuilder, unifyLineEnds } from "../text/offset-map.ts";
import type { Importer, ImportOptions, Input } from "./importer.ts";
import { cutBlocks, type RawBlock } from "./profile-dump/blocks.ts";
import { boundariesSuffix, parseBoundaries } from "./profile-dump/boundaries-file.ts";
import { scoreBoundaries } from "./profile-dump/boundary-score.ts";
import { profileCertainty, takeOffFurniture } from "./profile-dump/furniture.ts";
import { scoreQuotes } from "./profile-dump/quote-score.ts";
import { findSeparators } from "./profile-dump/separators.ts";
import { chooseStarts, commentsOfProfile } from "./profile-dump/starts.ts";

/**
 * The text of a forum profile page that lost its marks: names, dates, quotes and the borders between comments.
 *
 * Name, biography, headings and pager are taken off; what is left is cut into paragraphs and whole lists. For each
 * block a probability says whether a comment begins with it and whether it is a quote. Explicit separators, where
 * there are any, decide alone, and a person's word stands above both (`profile-dump/boundaries-file.ts`).
 */
export const profileDump: Importer = {
  id: "profile-dump",
  describes: "text of a forum profile page, or of comments by one author, without any marks",
  keeps: ["author", "quote", "edit"],
  sniff,
  read,
};

function sniff(head: string): number {
  const blocks = cutBlocks(unifyLineEnds(head).text);
  const profile = profileCertainty(blocks);
  return profile > 0 ? profile : isProse(head, blocks) ? 0.3 : 0;
}

/** Whether a text is paragraphs of sentences, as opposed to markup, tables or code. */
function isProse(head: string, blocks: readonly RawBlock[]): boolean {
  if (/^\s*(?:[<{[]|From \S+@|[\w-]+: .*\n[\w-]+: )/u.test(head)) return false;
  const paragraphs = blocks.filter((block) => !block.isList).slice(0, 200);
  const sentences = paragraphs.filter(
    ({ text }) =>
      /\p{L}{2,}[ ,]+\p{L}+/u.test(text) &&
      // The head may end inside a paragraph; then one of its earlier sentences ends.
      /[.!?:…)\]"”'’](?:$|\s)/u.test(text) &&
      !/[;{}|\t]/u.test(text.slice(0, 200)),
  );
  return sentences.length > 0 && sentences.length >= paragraphs.length * 0.6;
}

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const decoded = await readWhole(input, options.maxRecordBytes);
  const unified = unifyLineEnds(decoded);
  const page = takeOffFurniture(cutBlocks(unified.text));
  const { blocks, starts: separated } = findSeparators(page.blocks, page);
  const author = options.author ?? page.author;
  const quotes = scoreQuotes(blocks, author);
  const guessed = scoreBoundaries(blocks, quotes);
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
  const feed: FeedDraft = {
    author,
    bio: page.bio,
    text,
    offsets: composeOffsets(offsets, unified.offsets),
    blocks: feedBlocks,
    starts: guess,
    areStartsSet: false,
  };
  const edited = (await input.beside?.(boundariesSuffix)) ?? null;
  if (edited !== null) {
    const set = parseBoundaries(edited, feed, `${input.name}${boundariesSuffix}`);
    yield { kind: "feed", feed: { ...feed, starts: set, areStartsSet: true } };
    return;
  }
  const unsure = reportUnsure(feed, input.name);
  if (unsure) yield { kind: "diagnostic", diagnostic: unsure };
  yield { kind: "feed", feed };
}

/**
 * The decoded file. A page is one record and is held whole, so the limit for records holds for it.
 *
 * @param maxLength - in UTF-16 units, of which no text has more than bytes.
 */
async function readWhole(input: Input, maxLength: number): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for await (const part of decodeText(input.open(), input.name)) {
    parts.push(part);
    length += part.length;
    if (length > maxLength)
      throw new AppError(
        "import.record-too-large",
        `${input.name}: a profile page is one record, and this one has more than the ${maxLength} bytes allowed`,
        {
          hint: "If it is another format, name it with --from; else cut it up or allow more with --max-record.",
        },
      );
  }
  return parts.join("");
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

/** A note that counts the boundaries nobody should rely on; null when all are sure. */
function reportUnsure({ blocks, starts }: FeedDraft, place: string): Diagnostic | null {
  const inner = starts.slice(1);
  const unsure = inner.filter((start) => (blocks[start]?.boundaryScore ?? 0) < 0.9);
  if (unsure.length === 0) return null;
  return {
    severity: "note",
    code: "import.boundary-unsure",
    message: `the borders between comments are lost; ${unsure.length} of ${inner.length} are guesses, ${starts.length} comments were made`,
    place,
    commentId: null,
    span: null,
  };
}

/** Three decimals, so that the last bits of a platform's `exp` are no part of a result. */
function round(probability: number): number {
  return Math.round(probability * 1000) / 1000;
}
