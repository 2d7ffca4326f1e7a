/** Where phrases may stand in a text: at its very start, or anywhere. */
type Where = "start" | "anywhere";

const before: Readonly<Record<Where, string>> = { start: "^", anywhere: "(?<![\\p{L}\\p{N}'])" };

/**
 * A pattern of whole words or phrases, for texts in lower case with straight apostrophes.
 *
 * Phrases stand between " | ", and their line breaks count as blanks; a line that ends with "|" right behind
 * a word goes on with the next inside a group. A phrase ends at the end of a word; "is" is not found in
 * "isn't".
 *
 * @param options.opening - a pattern that may stand before the phrases. Default: nothing.
 */
export function phrasePattern(
  list: string,
  { where = "anywhere", opening = "" }: { readonly where?: Where; readonly opening?: string } = {},
): RegExp {
  const phrases = list
    .replaceAll(/(?<=\S)\|\n\s*/gu, "|")
    .trim()
    .replaceAll(/\s+/gu, " ")
    .split(" | ")
    .map((phrase) => phrase.replaceAll(" ", "\\s+"));
  return new RegExp(`${before[where]}${opening}(?:${phrases.join("|")})(?![\\p{L}\\p{N}'])`, "u");
}
