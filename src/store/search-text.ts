import { stem, tokenize } from "../text/tokens.ts";

/**
 * What the full-text index holds of some texts, and what a search asks it for: lower-case stems joined by spaces.
 *
 * The engines' own analysers differ (the embedded one does not stem), so the words are prepared here, alike for
 * both, and an index only has to cut at spaces: "Reward functions" meets "the reward function".
 */
export function searchText(texts: readonly string[]): string {
  return texts.flatMap((text) => tokenize(plainLetters(text)).map(({ norm }) => stem(norm))).join(" ");
}

/** Accents are gone, so that "naive" meets "naïve". */
function plainLetters(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}+/gu, "");
}
