import type { Quote } from "../model/quote.ts";
import type { Span } from "../model/span.ts";
import { TakenLetters } from "../text/span-index.ts";

/** Words between quotation marks. `isAddressed` tells that a phrase ascribes them to the person spoken to. */
export interface InlineQuote {
  readonly span: Span;
  readonly isAddressed: boolean;
}

/** Fewer words between quotation marks are a term that is mentioned, and no quote. */
const fewestWords = 3;
/** How far before and after the marks the ascribing phrase may stand, in code units. */
const reach = 70;

const quoted = /“([^“”\n]{2,600})”|"([^"\n]{2,600})"/gu;
const verbs =
  "(?:say|said|saying|write|wrote|writing|mean|meant|mention|mentioned|claim|claimed|argue|argued|state|stated|call|" +
  "called|ask|asked|put it|phrase|phrased|words|statement|sentence|comment|claim that|point that|suggest|suggested)";
const before = new RegExp(
  `(?:\\byou(?:'re|'ve|'d)?\\b|\\byour\\b)[^.?!\\n]{0,40}\\b${verbs}\\b[^.?!\\n]{0,25}$|` +
    "\\b(?:the words|the phrase|quoting you|to quote you|quote)[^.?!\\n]{0,15}$",
  "iu",
);
const aboutYou = /\b(?:what|reason|where|when)\b[^.?!\n]{0,30}\byou(?:'re)?\b[^.?!\n]{0,40}[(:]?\s*$/iu;
const after = new RegExp(`^[,.]?\\s*(?:as )?you\\s+(?:\\w+ )?${verbs}`, "iu");

/**
 * Finds words between quotation marks inside a sentence that may be somebody's actual words.
 *
 * Only outside the quotes known already, three words or more. Single quotation marks are left alone: too many of
 * them are apostrophes.
 */
export function inlineQuotes(text: string, known: readonly Quote[]): readonly InlineQuote[] {
  const found: InlineQuote[] = [];
  const taken = new TakenLetters(
    text,
    known.map((quote) => quote.span),
  );
  for (const match of text.matchAll(quoted)) {
    const words = match[1] ?? match[2] ?? "";
    const span = { start: match.index + 1, end: match.index + 1 + words.length };
    if ((words.match(/[\p{L}\p{N}]+/gu) ?? []).length < fewestWords || words.trim() !== words) continue;
    if (taken.meets({ start: span.start - 1, end: span.end + 1 })) continue;
    const left = text.slice(Math.max(0, span.start - 1 - reach), span.start - 1).replaceAll("’", "'");
    const right = text.slice(span.end + 1, span.end + 1 + reach).replaceAll("’", "'");
    const isAddressed = before.test(left) || aboutYou.test(left) || after.test(right);
    found.push({ span, isAddressed });
  }
  return found;
}
