import type { Command } from "commander";
import { correctQuote, type QuoteJudgement } from "../correct-quote.ts";
import { AppError } from "../errors.ts";
import type { Comment } from "../model/comment.ts";
import type { Place, Span } from "../model/span.ts";
import { requireAuthor } from "../queries/load/forgotten.ts";
import { resolveKind } from "../queries/load/resolve-id.ts";
import type { StoreReader } from "../store/store.ts";
import type { Io } from "./io.ts";
import { printLines } from "./listing.ts";
import { openTheStore } from "./open.ts";
import type { JsonOptions } from "./options.ts";
import { printableLine } from "./printable.ts";
import { readOnce, saidBy } from "./said-by.ts";

export interface QuoteJudgementOptions extends JsonOptions {
  readonly of?: string;
  readonly from?: string;
  readonly none?: boolean;
  readonly by?: string;
}

/** Says whether words of a comment are a quote, whose they are and where they are from. */
export async function runCorrectQuote(
  io: Io,
  command: Command,
  asked: { readonly comment: string; readonly words: string },
  options: QuoteJudgementOptions,
): Promise<void> {
  if (options.none === true && (options.of !== undefined || options.from !== undefined))
    throw new AppError("cli.usage", "words that are no quote are nobody else's", {
      hint: "Give --none alone, or --of and --from.",
    });
  const store = await openTheStore(io, command);
  const judgement = await readOnce(store, (reader) => judgementOf(reader, asked, options));
  const correction = await correctQuote(store, judgement, options.by ?? "");
  await printLines(io, options, correction, () => [
    `${outcome(judgement)}${saidBy(correction.by)} (correction ${correction.id})`,
  ]);
}

async function judgementOf(
  reader: StoreReader,
  asked: { readonly comment: string; readonly words: string },
  { of, from, none }: QuoteJudgementOptions,
): Promise<QuoteJudgement> {
  const comment = await commentAsked(reader, asked.comment);
  const span = spanOf(comment, asked.words);
  const shared = { commentId: comment.id, version: comment.version, span, text: asked.words };
  if (none === true) return { ...shared, isQuote: false, speaker: null, source: null };
  const origin = from === undefined ? null : await commentAsked(reader, from);
  if (origin?.id === comment.id)
    throw new AppError("cli.usage", `the comment ${comment.id} is no source of its own words`, {
      hint: "Give --from another comment, or --none.",
    });
  const source: Place | null = origin && {
    commentId: origin.id,
    version: origin.version,
    span: spanOf(origin, asked.words),
  };
  const speaker = of === undefined ? (origin?.authorId ?? null) : (await requireAuthor(reader, of)).id;
  return { ...shared, isQuote: true, speaker, source };
}

async function commentAsked(reader: StoreReader, asked: string): Promise<Comment> {
  const id = await resolveKind(reader, asked, "comment");
  const [comment] = await reader.known.comments([id]);
  if (!comment) throw new Error(`the comment ${id} was found and is not stored`);
  return comment;
}

/** Where words stand in a comment, once. */
function spanOf({ id, text }: Comment, words: string): Span {
  const start = words === "" ? -1 : text.indexOf(words);
  if (start < 0)
    throw new AppError("query.no-match", `these words do not stand in the comment ${id}`, {
      hint: `Give them letter by letter as \`elenchus show ${id}\` does.`,
    });
  if (text.includes(words, start + 1))
    throw new AppError("query.no-match", `these words stand several times in the comment ${id}`, {
      hint: "Give more of the words around them.",
    });
  return { start, end: start + words.length };
}

function outcome({ isQuote, speaker, source, text }: QuoteJudgement): string {
  const words = `"${printableLine(text)}"`;
  if (!isQuote) return `${words} is no quote`;
  const whose = speaker === null ? "somebody else's words" : `words of ${printableLine(speaker)}`;
  return `${words} is a quote, ${whose}${source === null ? "" : `, from ${printableLine(source.commentId)}`}`;
}
