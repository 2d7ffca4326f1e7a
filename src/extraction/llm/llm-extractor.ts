import { AppError } from "../../errors.ts";
import type { ExtractorFactory } from "../extractor.ts";

/**
 * The extractor that asks a language model, which answers with numbers of sentences.
 *
 * Nothing of it loads before it is chosen. Phrases that may be concepts are those of the rules.
 *
 * @throws AppError `extraction.model-missing` when no model is named.
 */
export const llm: ExtractorFactory = async ({ glossary, model }) => {
  if (model === undefined)
    throw new AppError("extraction.model-missing", "the extractor llm needs a model", {
      hint: "Name it as its server does, with --model.",
    });
  const { ModelExtractor } = await import("./model-extractor.ts");
  return await ModelExtractor.load(glossary, model);
};
