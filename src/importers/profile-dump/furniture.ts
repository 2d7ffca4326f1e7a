import type { RawBlock } from "./blocks.ts";
import { deepestHeader, isPageLine } from "./page-words.ts";
import { straighten } from "./phrases.ts";

/** A longer line is no name, heading or title of a sequence. Length in UTF-16 units. */
const longestTitle = 80;
const longestName = 40;
const longestBio = 2000;

const roles =
  /\b(?:researche?r?|engineer|student|professor|writer|founder|developer|programmer|scientist|director|fellow|ph\.?d|lecturer|journalist|economist|lawyer|consultant|analyst|designer|teacher|philosopher|physicist|mathematician|biologist|blogger|author of|works? (?:at|for|on)|working (?:at|for|on))\b/iu;
const contact =
  /\b(?:e-?mail|twitter|mastodon|bluesky|github|linkedin|website|homepage|blog|employer|rss|contact|pronouns)\b|@\w{2,}/giu;
const selfIntroduction = /^(?:hi[,!.]? )?(?:i'm|i am|my name is|about me)\b/iu;

/** A page without what surrounds the comments. */
export interface Page {
  readonly author: string | null;
  readonly bio: string | null;
  readonly blocks: readonly RawBlock[];
  /** Whether something shows that this is a profile page, which lists a known number of comments. */
  readonly isProfile: boolean;
}

/**
 * Takes name, biography, headings and pager off a profile page.
 *
 * The header reaches to the last page word near the top when everything before it is short or a biography. Without
 * any page word only a name with a biography, or a biography alone, is taken for one.
 */
export function takeOffFurniture(blocks: readonly RawBlock[]): Page {
  let end = blocks.length;
  while (end > 0 && isPageWord(blocks[end - 1])) end--;
  const headerEnd = endOfHeader(blocks.slice(0, end));
  const header = blocks.slice(0, headerEnd);
  const bio = header.find((block) => isBiography(block) || block.text.length > longestTitle) ?? null;
  const [first] = header;
  const isNamed = first !== undefined && first !== bio && isName(first) && !isPageWord(first);
  return {
    author: isNamed ? first.text : null,
    bio: bio?.text ?? null,
    blocks: blocks.slice(headerEnd, end),
    isProfile: headerEnd > 0 || end < blocks.length,
  };
}

/** How sure it is, 0 to 1, that blocks at the start of a file are a profile page. */
export function profileCertainty(blocks: readonly RawBlock[]): number {
  const header = blocks.slice(0, endOfHeader(blocks));
  if (header.some(isPageWord)) return 0.95;
  return header.length > 0 ? 0.8 : 0;
}

/** Index of the first block that is not part of the header. */
function endOfHeader(blocks: readonly RawBlock[]): number {
  let end = 0;
  for (const [index, block] of blocks.slice(0, deepestHeader).entries()) {
    const isTitle = block.text.length <= longestTitle && !/[.!?…]["”')]*$/u.test(block.text);
    if (isPageWord(block)) end = index + 1;
    else if (!isTitle && !(index <= 2 && (isBiography(block) || end === 0))) break;
  }
  if (end > 0) return end;
  const [first, second] = blocks;
  if (first && isBiography(first)) return 1;
  return first && second && isName(first) && isBiography(second) ? 2 : 0;
}

function isPageWord(block: RawBlock | undefined): boolean {
  return block !== undefined && !block.isList && isPageLine(block.text);
}

function isName({ text, isList }: RawBlock): boolean {
  if (isList || text.length > longestName || /[.!?:;…]$/u.test(text)) return false;
  const words = text.split(/\s+/u);
  const isCapitalised = words.every((word) =>
    /^[\p{Lu}\p{N}"“(]|^(?:de|da|di|van|von|der|la|le|bin|al)$/u.test(word),
  );
  return words.length === 1 ? /^[\p{L}\p{N}_.-]+$/u.test(text) : words.length <= 4 && isCapitalised;
}

function isBiography({ text, isList }: RawBlock): boolean {
  if (isList || text.length > longestBio || text.length < 30) return false;
  const plain = straighten(text);
  const contacts = Math.min(2, plain.match(contact)?.length ?? 0);
  return Number(selfIntroduction.test(plain)) + Number(roles.test(plain)) + contacts >= 2;
}
