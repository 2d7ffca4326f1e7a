import type { Diagnostic } from "../model/diagnostic.ts";
import type { FeedDraft, ImportRecord } from "../model/draft.ts";
import { unifyLineEnds } from "../text/offset-map.ts";
import type { Importer, ImportOptions, Input } from "./importer.ts";
import { cutBlocks, type RawBlock } from "./profile-dump/blocks.ts";
import { boundariesSuffix, parseBoundaries } from "./profile-dump/boundaries-file.ts";
import { boundaryWeights } from "./profile-dump/boundary-score.ts";
import { profileCertainty } from "./profile-dump/furniture.ts";
import { quoteWeights } from "./profile-dump/quote-score.ts";
import { readFeed } from "./profile-dump/read-feed.ts";

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
      /\p{L}{2}[ ,]+\p{L}/u.test(text) &&
      // The head may end inside a paragraph; then one of its earlier sentences ends.
      /[.!?:…)\]"”'’](?:$|\s)/u.test(text) &&
      !/[;{}|\t]/u.test(text.slice(0, 200)),
  );
  return sentences.length > 0 && sentences.length >= paragraphs.length * 0.6;
}

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const feed = await readFeed(input, options, { boundary: boundaryWeights, quote: quoteWeights });
  const edited = (await input.beside?.(boundariesSuffix)) ?? null;
  if (edited !== null) {
    const set = parseBoundaries(edited, feed, `${input.name}${boundariesSuffix}`);
    yield { kind: "feed", feed: { ...feed, ...set, areStartsSet: true } };
    return;
  }
  const unsure = reportUnsure(feed, input.name);
  if (unsure) yield { kind: "diagnostic", diagnostic: unsure };
  yield { kind: "feed", feed };
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
