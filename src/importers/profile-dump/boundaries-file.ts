import { AppError } from "../../errors.ts";
import type { FeedBlock, FeedDraft } from "../../model/draft.ts";

/** Behind the name of a dump: the file in which a person says where its comments begin. */
export const boundariesSuffix = ".boundaries";

/** What begins the line of a boundary; the rest of the line is for the reader. */
const mark = "===";
/** What stands before a paragraph that is a quote; alone in a line it says that all quotes are marked. */
const quoteMark = ">";
/** Stands for the writer of the dump, who may quote what they wrote before. */
const self = "me";
/** Marked with at least this probability when the guesses are written. */
const likelyQuote = 0.5;
const help = `# Where comments begin in a dump without marks, and what in them is quoted.
#
# Each line below is a paragraph of the dump, with its number. A line of ${mark} begins a comment.
# To split a comment, add a line of ${mark}; to join two, delete the one between them; to move a boundary, move its line.
# "${quoteMark} 5 …" says that paragraph 5 is somebody else's words, "${quoteMark} Ann: 5 …" that it is Ann's, "${quoteMark} ${self}: 5 …" the writer's own of earlier.
# Leave the paragraphs as they are: they only say where you are. Lines that begin with # are yours.
#
# The number behind ${mark} is how sure the guess was, 0 to 1. Mapping the dump again uses what stands here.
# The line with ${quoteMark} alone says that what is not marked so is no quote. Without it, and without any mark, quotes are guessed.
`;

/**
 * Writes the boundaries and quotes of a feed as a text that a person edits.
 *
 *     >
 *     === 0.81
 *     > 5 I'd consider this a separate question.
 *     6 Can you elaborate?
 */
export function formatBoundaries({ text, blocks, starts, author }: FeedDraft): string {
  const begins = new Set(starts);
  const lines = blocks.map((block, index) => {
    const { span, boundaryScore } = block;
    const boundary = begins.has(index) ? `\n${mark} ${boundaryScore.toFixed(2)}\n` : "";
    return `${boundary}${signOf(block, author)}${index + 1} ${oneLine(text.slice(span.start, span.end))}\n`;
  });
  return `${help}\n${quoteMark}\n${lines.join("")}`;
}

function signOf({ quoteScore, quotedFrom = null }: FeedBlock, author: string | null): string {
  if (quoteScore < likelyQuote) return "";
  if (quotedFrom === null || !/^[^\s:>\d][^:]*$/u.test(quotedFrom)) return `${quoteMark} `;
  return `${quoteMark} ${quotedFrom === author ? self : quotedFrom}: `;
}

/**
 * A line of the file that is a paragraph: its number, its words, and whose they are if it is marked as a
 * quote.
 */
interface ParagraphLine {
  readonly number: string;
  readonly words: string;
  readonly quote: { readonly of: string | null } | null;
}

/**
 * Reads what a person made of `formatBoundaries`: the indexes of the blocks that begin a comment, the first
 * included, and the blocks with the quotes as they are marked. A file that marks none, and does not say that
 * it marks them all, leaves the guesses.
 *
 * @param place - names the file in messages.
 * @throws AppError `import.boundaries-invalid` where a paragraph is missing, moved or not the dump's, with
 *   its line.
 */
export function parseBoundaries(
  edited: string,
  { text, blocks, author }: Pick<FeedDraft, "text" | "blocks" | "author">,
  place: string,
): Pick<FeedDraft, "starts" | "blocks"> {
  const starts = new Set<number>();
  const quotes: ParagraphLine["quote"][] = [];
  let areQuotesMarked = false;
  const refuse = (line: number, what: string): never => {
    throw new AppError("import.boundaries-invalid", `${place}:${line}: ${what}`, {
      hint: `Put the paragraph back, or delete ${place} to begin again from the guesses.`,
    });
  };
  const lines = edited.split(/\r?\n/u);
  for (const [index, line] of lines.entries()) {
    const trimmed = line.trim();
    if (trimmed === "" || trimmed.startsWith("#")) continue;
    if (trimmed.startsWith(mark)) {
      starts.add(quotes.length);
      continue;
    }
    if (trimmed === quoteMark) {
      areQuotesMarked = true;
      continue;
    }
    const next = quotes.length;
    const block = blocks[next];
    if (block === undefined) return refuse(index + 1, "the dump has no further paragraph");
    const { number, words, quote } = readLine(trimmed);
    if (number !== String(next + 1))
      return refuse(index + 1, `paragraph ${next + 1} was expected here, not ${number || "other words"}`);
    if (words !== oneLine(text.slice(block.span.start, block.span.end)))
      return refuse(index + 1, `paragraph ${number} is not that of the dump`);
    quotes.push(quote);
  }
  if (quotes.length < blocks.length) return refuse(lines.length, `paragraph ${quotes.length + 1} is missing`);
  areQuotesMarked ||= quotes.some((quote) => quote !== null);
  return {
    starts: [...starts.add(0)].filter((start) => start < blocks.length).sort((a, b) => a - b),
    blocks: areQuotesMarked
      ? blocks.map((block, at) => withQuote(block, quotes[at] ?? null, author))
      : blocks,
  };
}

function readLine(line: string): ParagraphLine {
  const [, sign = null, name = null, number = "", words = ""] =
    /^(?:(>)[ \t]*(?:([^\s:>\d][^:]*):)?)?[ \t]*(\d*)(.*)$/u.exec(line) ?? [];
  return { number, words: words.trim(), quote: sign === null ? null : { of: name?.trim() ?? null } };
}

function withQuote(block: FeedBlock, quote: ParagraphLine["quote"], author: string | null): FeedBlock {
  if (quote === null) return { ...block, quoteScore: 0 };
  return { ...block, quoteScore: 1, quotedFrom: quote.of === self ? author : quote.of };
}

function oneLine(words: string): string {
  return words.replace(/\s+/gu, " ").trim();
}
