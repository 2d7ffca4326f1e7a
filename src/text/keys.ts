import { createHash } from "node:crypto";

/** Bullets and list numbers at the start of a line, as extractors of pages write them. */
const listMarker = /^[^\S\n]*(?:[•◦▪‣·∙*+–—-]|\(?\d{1,3}[.)])(?=\s)/gmu;

/** What shows a URL or an e-mail address in a word. */
const address = /https?:\/\/|\w@\w+\./iu;

/** Characters that nobody sees and that two extractions keep or lose at will. */
const invisible = /\p{Cf}/gu;

/** Makes typographic variants equal: NFKC, straight quotation marks, plain dashes and no invisible characters. */
function foldTypography(text: string): string {
  return text
    .normalize("NFKC")
    .replace(invisible, "")
    .replace(/[“”„‟«»″]/gu, '"')
    .replace(/[‘’‚‛′]/gu, "'")
    .replace(/[‐‑‒–—―−]/gu, "-")
    .toLowerCase();
}

/**
 * A paragraph in the form in which two extractions of the same words are equal.
 *
 * List markers, addresses, case, spaces and typographic variants are folded. Words, their order and punctuation
 * stay, so that an edited paragraph has another form. A list is folded item by item, so that it does not matter
 * how its items are marked.
 */
export function foldParagraph(text: string): string {
  return foldTypography(withoutAddresses(text.replace(listMarker, "")))
    .replace(/\s+/gu, " ")
    .trim();
}

/**
 * A text without its URLs and e-mail addresses and whatever is glued to them but a bracket before, which scrubbed
 * dumps lose together. Word by word, since a pattern that looks for both ends takes quadratic time.
 */
function withoutAddresses(text: string): string {
  return text.replace(/\S+/gu, (word) => {
    const at = word.search(address);
    return at < 0 ? word : word.slice(0, word.lastIndexOf("(", at) + 1);
  });
}

/** The hash of a folded paragraph (SHA-1, 40 hexadecimal digits): equal for two extractions of one paragraph. */
export function paragraphKey(text: string): string {
  return createHash("sha1").update(foldParagraph(text)).digest("hex");
}

/**
 * Words, numbers and the signs that change what a statement says: `x > 0` is not `x < 0`, `-5` is not `5`, and a
 * question is not its answer.
 */
const token =
  /[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:'[\p{L}\p{M}]+)*|(?<![\p{L}\p{N}])-?\p{N}+(?:[.,:]\p{N}+)*\p{L}*|[%?+]|\p{Sc}|(?!\|)\p{Sm}/gu;

/**
 * The words of a text, folded and joined by one space: lower case, NFKC, straight apostrophes, no punctuation.
 *
 * Apostrophes inside a word stay (`isn't`), and so do numbers with their separators, signs of arithmetic and the
 * question mark.
 */
export function foldWords(text: string): string {
  return (foldTypography(text).match(token) ?? []).join(" ");
}

/**
 * What two wordings share when they differ only in case, punctuation, spaces and typographic variants.
 *
 * Negations are words and stay. A text without any word (`:-)`) keeps its signs, so that such texts do not all
 * become one.
 */
export function claimKey(text: string): string {
  return foldWords(text) || foldTypography(text).replace(/\s+/gu, " ").trim();
}
