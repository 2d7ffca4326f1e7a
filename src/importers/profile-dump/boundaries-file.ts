import { AppError } from "../../errors.ts";
import type { FeedDraft } from "../../model/draft.ts";

/** Behind the name of a dump: the file in which a person says where its comments begin. */
export const boundariesSuffix = ".boundaries";

/** What begins the line of a boundary; the rest of the line is for the reader. */
const mark = "===";
const help = `# Where comments begin in a dump without marks.
#
# Each line below is a paragraph of the dump, with its number. A line of ${mark} begins a comment.
# To split a comment, add a line of ${mark}; to join two, delete the one between them; to move a boundary, move its line.
# Leave the paragraphs as they are: they only say where you are. Lines that begin with # are yours.
#
# The number behind ${mark} is how sure the guess was, 0 to 1. Mapping the dump again uses what stands here.
`;

/**
 * Writes the boundaries of a feed as a text that a person edits.
 *
 *     === 0.81
 *     5 I'd consider this a separate question.
 *     6 Can you elaborate?
 */
export function formatBoundaries({ text, blocks, starts }: FeedDraft): string {
  const begins = new Set(starts);
  const lines = blocks.map(({ span, boundaryScore }, index) => {
    const boundary = begins.has(index) ? `\n${mark} ${boundaryScore.toFixed(2)}\n` : "";
    return `${boundary}${index + 1} ${oneLine(text.slice(span.start, span.end))}\n`;
  });
  return `${help}${lines.join("")}`;
}

/**
 * Reads what a person made of `formatBoundaries`: the indexes of the blocks that begin a comment, the first included.
 *
 * @param place - names the file in messages.
 * @throws AppError `import.boundaries-invalid` where a paragraph is missing, moved or not the dump's, with its line.
 */
export function parseBoundaries(
  edited: string,
  { text, blocks }: Pick<FeedDraft, "text" | "blocks">,
  place: string,
): readonly number[] {
  const starts = new Set<number>();
  let next = 0;
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
      starts.add(next);
      continue;
    }
    const number = /^\d+/u.exec(trimmed)?.[0] ?? "";
    const block = blocks[next];
    if (block === undefined) return refuse(index + 1, "the dump has no further paragraph");
    if (number !== String(next + 1))
      return refuse(index + 1, `paragraph ${next + 1} was expected here, not ${number || "other words"}`);
    if (trimmed.slice(number.length).trim() !== oneLine(text.slice(block.span.start, block.span.end)))
      return refuse(index + 1, `paragraph ${number} is not that of the dump`);
    next++;
  }
  if (next < blocks.length) return refuse(lines.length, `paragraph ${next + 1} is missing`);
  return [...starts.add(0)].filter((start) => start < blocks.length).sort((a, b) => a - b);
}

function oneLine(words: string): string {
  return words.replace(/\s+/gu, " ").trim();
}
