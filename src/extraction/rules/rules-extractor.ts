import type { ExtractorFactory } from "../extractor.ts";

/**
 * The extractor that needs no model beyond a small tagger: cue words, structure, noun phrases and a glossary.
 *
 * It reads English. A comment in another language gets no statements and terms and one diagnostic
 * `extraction.language`; one too short to tell is read as English. Nothing of it loads before it is chosen.
 */
export const rules: ExtractorFactory = async ({ glossary }) => {
  const { loadRules } = await import("./extract-by-rules.ts");
  return await loadRules(glossary);
};
