import { AppError } from "./errors.ts";
import { rules } from "./extraction/registry.ts";
import type { ChangeBuilder } from "./linking/change-builder.ts";
import { CommentShelf, type ShelvedComment } from "./linking/comment-shelf.ts";
import { correctQuotes } from "./linking/corrected-quotes.ts";
import { planQuotes } from "./linking/plan-quotes.ts";
import type { Correction } from "./model/claim.ts";
import { quoteId } from "./model/id.ts";
import type { Known } from "./model/known.ts";
import type { Quote } from "./model/quote.ts";
import { type QuoteSaying, quoteSayingOf, spanSpokenOf } from "./model/quote-correction.ts";
import { overlap } from "./model/span.ts";
import { relink } from "./pipeline.ts";
import type { Store } from "./store/store.ts";
import { termsFor } from "./terms-for.ts";
import { applyPlan, applySteps, writeToStore } from "./write-to-store.ts";

/** What a person says of a stretch of a comment's text as it is now. */
export type QuoteJudgement = Omit<QuoteSaying, "before">;

/**
 * Says whether words are a quote, whose they are and where they are from.
 *
 * The correction is saved with the quotes of the comment and whoever speaks in it, or not at all. Then the
 * comment is extracted again by the rules, where they read the store; another layer reads it anew when that
 * is mapped next. What a person says stays when the input is mapped again, and moves along with its words
 * when an edit leaves them as they are.
 *
 * @param by - who says so; may be empty.
 * @throws AppError `linking.corrections-overlap` where another correction is about some of the words;
 *   `query.no-match` where the comment has lost them; `store.*` when the store cannot be opened or written.
 */
export async function correctQuote(store: Store, judgement: QuoteJudgement, by: string): Promise<Correction> {
  return await written(store, async (known, change) => {
    const { commentId, version, span, isQuote } = judgement;
    const target = { kind: "quote", id: quoteId(commentId, version, span.start, span.end) } as const;
    // One judgement of a quote, which its words name.
    const id = target.id;
    const stored = await known.allCorrections();
    const others = stored.filter((one) => one.id !== id);
    const shelved = await commentOf(judgement, known);
    requireApart(judgement, shelved, others);
    const earlier = stored.flatMap((one) => (one.id === id ? (quoteSayingOf(one) ?? []) : []));
    const before = earlier[0]?.before ?? shelved.quotes.filter((one) => isTouched(one, judgement));
    const value = JSON.stringify({ ...judgement, before } satisfies QuoteSaying);
    const action = isQuote ? "change" : "reject";
    const correction: Correction = { id, by, at: null, action, target, value };
    change.add("save-corrections", correction);
    await planCorrected(known, shelved, shelved.quotes, { corrections: [...others, correction], change });
    return correction;
  });
}

/**
 * Takes back what was said of a quote: what stood there before stands there again. Where the text was edited
 * since, that is what the format marks in the new one.
 */
export async function undoQuoteCorrection(store: Store, { id }: Pick<Correction, "id">): Promise<void> {
  await written(store, async (known, change) => {
    const stored = await known.allCorrections();
    change.add("remove-corrections", { id });
    const [saying] = stored.flatMap((one) => (one.id === id ? (quoteSayingOf(one) ?? []) : []));
    if (!saying) return;
    const shelved = await new CommentShelf(known).get(saying.commentId);
    if (!shelved) return;
    const kept = shelved.quotes.filter((one) => !isTouched(one, saying));
    const corrections = stored.filter((one) => one.id !== id);
    await planCorrected(known, shelved, [...kept, ...saying.before], { corrections, change });
  });
}

function isTouched({ how, version, span }: Quote, saying: QuoteJudgement): boolean {
  return how !== "human" && version === saying.version && overlap(span, saying.span) > 0;
}

/**
 * The comment of the words, read where no other writer can change it: since the words were found there they may
 * have gone.
 */
async function commentOf(judgement: QuoteJudgement, known: Known): Promise<ShelvedComment> {
  const shelved = await new CommentShelf(known).get(judgement.commentId);
  if (shelved !== null && spanSpokenOf(judgement, shelved.comment) !== null) return shelved;
  throw new AppError("query.no-match", `these words stand no more in the comment ${judgement.commentId}`, {
    hint: "It was changed or taken out meanwhile: say it of the words that stand there now.",
  });
}

/** Two corrections of some of the same words would each undo the other. */
function requireApart(
  judgement: QuoteJudgement,
  { comment }: ShelvedComment,
  others: readonly Correction[],
): void {
  const span = spanSpokenOf(judgement, comment);
  for (const { id, ...other } of others) {
    const saying = quoteSayingOf(other);
    const spoken = saying?.commentId === comment.id ? spanSpokenOf(saying, comment) : null;
    if (span === null || spoken === null || overlap(spoken, span) === 0) continue;
    throw new AppError("linking.corrections-overlap", `the correction ${id} is about some of these words`, {
      hint: `Take it back first: \`elenchus correct undo ${id}\`.`,
    });
  }
}

async function planCorrected(
  known: Known,
  shelved: ShelvedComment,
  quotes: readonly Quote[],
  { corrections, change }: { readonly corrections: readonly Correction[]; readonly change: ChangeBuilder },
): Promise<void> {
  const sayings = corrections
    .flatMap((one) => quoteSayingOf(one) ?? [])
    .filter((one) => one.commentId === shelved.comment.id);
  // What stood there before an edit has no place in the text that stands there now.
  const current = quotes.filter(({ version }) => version === shelved.comment.version);
  await planQuotes(known, shelved.comment, correctQuotes(shelved, current, sayings), change);
}

/** Applies what `plan` adds as one change, and reads the comments again that it leaves waiting. */
async function written<Result>(
  store: Store,
  plan: (known: Known, change: ChangeBuilder) => Promise<Result>,
): Promise<Result> {
  return await writeToStore(store, async (writer) => {
    const result = await applyPlan(writer, plan);
    const glossary = await termsFor(writer.known);
    const extractor = await rules({ glossary });
    await applySteps(writer, relink(writer.known, { extractor, glossary }));
    return result;
  });
}
