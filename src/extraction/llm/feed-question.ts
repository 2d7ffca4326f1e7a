import type { FeedDraft } from "../../model/draft.ts";
import { FeedAnswer, feedAnswerSchema } from "./feed-answer.ts";
import { feedPrompt, feedPromptVersion } from "./feed-prompt.ts";
import { type AnswerKind, type Question, requestOf } from "./model-request.ts";

/** Answers about dumps, kept as they are given. */
export const feedAnswers: AnswerKind<FeedAnswer, FeedAnswer> = {
  given: FeedAnswer,
  kept: FeedAnswer,
  keyOf: ({ id }) => id,
  offeredBy: () => "",
  keep: (answer) => answer,
};

/** What is asked about a stretch of a dump: blocks `from` to `to`, numbered from 1 through the whole dump. */
export interface FeedQuestion extends Question<FeedAnswer, FeedAnswer> {
  readonly from: number;
  readonly to: number;
}

/** A dump is read in windows of so many paragraphs, with some around each. */
const paragraphsPerWindow = 120;
const paragraphsBefore = 15;
const paragraphsAfter = 5;
/** Of a longer paragraph the beginning and the end are shown, in code units. */
const lettersAtStart = 1200;
const lettersAtEnd = 300;

/** What a model is asked about a dump: one question, or one for each window of a long dump. */
export function feedQuestionsOf({ text, blocks }: FeedDraft, model: string): readonly FeedQuestion[] {
  const lines = blocks.map(({ span, isList }, index) =>
    JSON.stringify({
      n: index + 1,
      ...(isList ? { list: true } : {}),
      text: shortened(text.slice(span.start, span.end)),
    }),
  );
  const questions: FeedQuestion[] = [];
  for (let from = 0; from < blocks.length; from += paragraphsPerWindow) {
    const to = Math.min(blocks.length, from + paragraphsPerWindow);
    const user = layOut({
      before: lines.slice(Math.max(0, from - paragraphsBefore), from),
      paragraphs: lines.slice(from, to),
      after: lines.slice(to, to + paragraphsAfter),
    });
    const body = { promptVersion: feedPromptVersion, model, system: feedPrompt, user };
    const request = requestOf({ ...body, schema: feedAnswerSchema });
    questions.push({ request, kind: feedAnswers, sentences: to - from, from, to });
  }
  return questions;
}

/** A line for each paragraph. `<` is escaped, so that no text closes the mark around it. */
function layOut(lists: Readonly<Record<string, readonly string[]>>): string {
  const fields = Object.entries(lists)
    .filter(([, lines]) => lines.length > 0)
    .map(([name, lines]) => `"${name}": [\n${lines.join(",\n")}\n]`);
  return `<data>\n${`{${fields.join(",\n")}}`.replaceAll("<", "\\u003c")}\n</data>`;
}

function shortened(words: string): string {
  if (words.length <= lettersAtStart + lettersAtEnd) return words;
  return `${words.slice(0, lettersAtStart)} […] ${words.slice(-lettersAtEnd)}`;
}

/** A dump with the borders and quotes that a model found, and what of its answers could not be used. */
export interface LabelledFeed {
  readonly feed: FeedDraft;
  /** Numbers that are not of the request they answer. */
  readonly strays: readonly number[];
}

/** A comment begins from this confidence on. */
const leastConfidence = 0.4;

/** Puts the answers to a dump's questions into the dump: where comments begin, and which paragraphs are quotes. */
export function withAnswers(
  feed: FeedDraft,
  answers: readonly (readonly [FeedQuestion, FeedAnswer])[],
): LabelledFeed {
  const starts = new Map<number, number>();
  const quotes = new Map<number, string | null>();
  const strays: number[] = [];
  for (const [{ from, to }, { comments, quotes: quoted }] of answers) {
    const isOf = (number: number): boolean => {
      if (number > from && number <= to) return true;
      strays.push(number);
      return false;
    };
    for (const { p, confidence } of comments)
      if (isOf(p) && confidence >= leastConfidence) starts.set(p - 1, Math.round(confidence * 10) / 10);
    for (const { p, of } of quoted) if (isOf(p)) quotes.set(p - 1, of === "self" ? feed.author : null);
  }
  const blocks = feed.blocks.map((block, index) => ({
    ...block,
    boundaryScore: starts.get(index) ?? 0,
    quoteScore: quotes.has(index) ? 1 : 0,
    quotedFrom: quotes.get(index) ?? null,
  }));
  const begins = [...new Set([0, ...starts.keys()])].sort((a, b) => a - b);
  return { feed: { ...feed, blocks, starts: blocks.length === 0 ? [] : begins }, strays };
}
