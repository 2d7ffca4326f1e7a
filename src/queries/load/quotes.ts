import type { StoreReader } from "../../store/store.ts";
import type { QuoteItem } from "../shapes.ts";
import { namesOf } from "./names.ts";

/** The quotes of comments, in the order of the text. */
export async function loadQuotes(
  store: StoreReader,
  commentIds: readonly string[],
): Promise<readonly QuoteItem[]> {
  const quotes = await store.known.quotes(commentIds);
  const names = await namesOf(
    store,
    quotes.map((quote) => quote.speaker),
  );
  return [...quotes]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map(({ id, commentId, version, span, text, how, score, speaker, source, answer }) => ({
      ...{ id, commentId, version, span, text, how, score },
      ...{ speaker: names(speaker), source, answer },
    }));
}
