import type { GlossaryEntry } from "../../model/glossary.ts";
import type { SegmentedComment } from "../../model/segment.ts";
import type { Extractor } from "../extractor.ts";
import { foreignExtraction } from "../foreign-language.ts";
import { placeOnClauses, wholeSentences } from "./claims/statements.ts";
import { type CommentReading, isForeign, readComments, readStatements } from "./read-comments.ts";
import { proposeRelations } from "./relations/propose-relations.ts";
import { chooseTerms } from "./terms/find-terms.ts";
import { buildGlossaryMatcher } from "./terms/glossary-matcher.ts";
import { loadTagger } from "./terms/tagger.ts";

/** Loads the tagger and builds what extracts by the rules, with the weights that loaded with this module. */
export async function loadRules(glossary: readonly GlossaryEntry[]): Promise<Extractor> {
  const tag = await loadTagger();
  const match = buildGlossaryMatcher(glossary);
  const known = new WeakMap<SegmentedComment, CommentReading>();
  const readAhead = (comments: readonly SegmentedComment[]): void => {
    try {
      for (const reading of readComments(comments, tag, match)) known.set(reading.comment, reading);
    } catch {
      // Each is read where it is extracted, and the one that cannot be fails there.
    }
  };
  const readingOf = (comment: SegmentedComment): CommentReading => {
    const reading = known.get(comment) ?? readComments([comment], tag, match)[0];
    if (reading === undefined) throw new Error(`${comment.id} was not read`);
    // It is asked for once.
    known.delete(comment);
    return reading;
  };
  return {
    id: "rules",
    version: "10",
    weighsForum: true,
    readAhead,
    statementsOf: (comment) => known.get(comment)?.statements ?? readStatements(comment, tag),
    extract: async (comment, context) => {
      const { language, sentences, statements, terms } = readingOf(comment);
      if (isForeign(language)) return foreignExtraction(comment, language);
      const { relations, stances } = proposeRelations(comment, sentences, wholeSentences(context));
      const drawn = placeOnClauses({ relations, stances }, statements, comment, context);
      return { language, statements, terms: chooseTerms(comment, context, terms), ...drawn, diagnostics: [] };
    },
  };
}
