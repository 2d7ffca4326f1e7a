import type { GlossaryEntry } from "../../model/glossary.ts";
import type { Extractor } from "../extractor.ts";
import { foreignExtraction, ownText } from "../foreign-language.ts";
import { findClaims } from "./claims/find-claims.ts";
import { cutIntoClauses, placeOnClauses, wholeSentences } from "./claims/statements.ts";
import { detectLanguage } from "./language.ts";
import { proposeRelations } from "./relations/propose-relations.ts";
import { findTerms } from "./terms/find-terms.ts";
import { buildGlossaryMatcher } from "./terms/glossary-matcher.ts";
import { loadTagger, type TaggedWord, type Tagger } from "./terms/tagger.ts";

/** Loads the tagger and builds what extracts by the rules, with the weights that loaded with this module. */
export async function loadRules(glossary: readonly GlossaryEntry[]): Promise<Extractor> {
  const tag = await loadTagger();
  const match = buildGlossaryMatcher(glossary);
  return {
    id: "rules",
    version: "9",
    weighsForum: true,
    statementsOf: (comment) => {
      if (isForeign(detectLanguage(ownText(comment)))) return [];
      const tagOnce = remember(tag);
      return cutIntoClauses(comment, findClaims(comment, tagOnce), tagOnce);
    },
    extract: async (comment, context) => {
      const language = detectLanguage(ownText(comment));
      if (isForeign(language)) return foreignExtraction(comment, language);
      const tagOnce = remember(tag);
      const sentences = findClaims(comment, tagOnce);
      const statements = cutIntoClauses(comment, sentences, tagOnce);
      const terms = findTerms(comment, context, tagOnce, match);
      const { relations, stances } = proposeRelations(comment, sentences, wholeSentences(context));
      const drawn = placeOnClauses({ relations, stances }, statements, comment, context);
      return { language, statements, terms, ...drawn, diagnostics: [] };
    },
  };
}

/** What is too short to tell is read as English. */
const isForeign = (language: string | null): language is string => language !== null && language !== "en";

/** A tagger that reads each sentence of one comment once, though claims and terms both ask for it. */
function remember(tag: Tagger): Tagger {
  const known = new Map<number, { readonly end: number; readonly words: readonly TaggedWord[] }>();
  return (text, span) => {
    const { start, end } = span;
    const kept = known.get(start);
    if (kept?.end === end) return kept.words;
    const words = tag(text, span);
    known.set(start, { end, words });
    return words;
  };
}
