import type { Author } from "../model/comment.ts";
import { compareStrings } from "../model/id.ts";

/** The author of that very name, whatever its case; of several, the first by id. */
export function authorCalled(name: string | null, authors: readonly Author[]): string | null {
  const wanted = name?.trim().toLowerCase() ?? "";
  const found = authors
    .filter((author) => author.name.toLowerCase() === wanted)
    .toSorted((a, b) => compareStrings(a.id, b.id));
  return wanted === "" ? null : (found[0]?.id ?? null);
}

/** The author whose name stands as words in a line; of several, the one with the longest name. */
export function authorNamedIn(line: string, authors: readonly Author[]): string | null {
  const words = ` ${foldName(line)} `;
  const found = authors
    .filter(({ name }) => name.length >= 2 && words.includes(` ${foldName(name)} `))
    .toSorted((a, b) => b.name.length - a.name.length || compareStrings(a.id, b.id));
  return found[0]?.id ?? null;
}

const foldName = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_]+/gu, " ")
    .trim();

const headers = [
  /^\s*originally posted by:?[^\S\n]+(?<name>[^\n]{1,60}?)\s*(?:\n|$)/iu,
  /^\s*(?<name>[^\n:]{1,40}?)\s+(?:wrote|writes|said|says)\s*:\s*(?:\n|$)/iu,
];

/**
 * The line with which software heads a quote inside the quote: "Originally posted by Ann", "Ann wrote:".
 *
 * @returns the name and where the quoted words begin; null when the quote begins with words of its own.
 */
export function quoteHeader(text: string): { readonly name: string; readonly length: number } | null {
  for (const header of headers) {
    const match = header.exec(text);
    if (match?.groups?.name !== undefined && match[0].length < text.trimEnd().length)
      return { name: match.groups.name, length: match[0].length };
  }
  return null;
}
