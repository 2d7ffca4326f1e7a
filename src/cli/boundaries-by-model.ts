import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { AppError } from "../errors.ts";
import { Answers } from "../extraction/llm/answers.ts";
import { requestLine } from "../extraction/llm/batch-requests.ts";
import type { FeedAnswer } from "../extraction/llm/feed-answer.ts";
import {
  type FeedQuestion,
  feedAnswers,
  feedQuestionsOf,
  withAnswers,
} from "../extraction/llm/feed-question.ts";
import { type BatchFormat, type ModelOptions, usualParallel } from "../extraction/llm/model-options.ts";
import { sideBySide } from "../extraction/llm/side-by-side.ts";
import { boundariesSuffix, formatBoundaries } from "../importers/profile-dump/boundaries-file.ts";
import type { FeedDraft } from "../model/draft.ts";
import { takeAnswers } from "../take-answers.ts";
import { answerLines } from "./answer-lines.ts";
import type { Io } from "./io.ts";
import { reportLine } from "./model-from-options.ts";
import { print, say } from "./output.ts";
import { sayDiagnostics } from "./say-diagnostics.ts";
import { writeRequestFile } from "./write-requests.ts";

export interface BoundariesByModel {
  readonly requests?: string;
  readonly format?: BatchFormat;
  readonly answers?: string;
}

/**
 * Asks a model where the comments of a dump begin and what they quote, or goes through files, and writes what
 * it says.
 */
export async function labelByModel(
  io: Io,
  path: string,
  feed: FeedDraft,
  model: ModelOptions,
  { requests, format = "plain", answers: file }: BoundariesByModel,
): Promise<void> {
  const questions = feedQuestionsOf(feed, model.name);
  if (requests !== undefined) {
    const lines = questions.map(({ request }) => requestLine(request, format));
    await writeRequestFile(io, requests, lines);
    return;
  }
  if (file !== undefined) {
    const { diagnostics } = await takeAnswers(answerLines(io, file), basename(file), {
      kinds: [{ kind: feedAnswers, requests: questions.map(({ request }) => request) }],
      cache: model.cache,
    });
    sayDiagnostics(io, diagnostics);
  }
  const asked = new Answers({ ...model, isOffline: file !== undefined || model.isOffline === true });
  const answers = new Map<FeedQuestion, FeedAnswer>();
  const answering = sideBySide(questions, model.parallel ?? usualParallel, async (question) => ({
    question,
    answer: await asked.of(question),
  }));
  for await (const { question, answer } of answering) if (answer !== null) answers.set(question, answer);
  say(io, reportLine(asked.report));
  const whole = questions.flatMap((question): (readonly [FeedQuestion, FeedAnswer])[] => {
    const answer = answers.get(question);
    return answer === undefined ? [] : [[question, answer]];
  });
  if (whole.length < questions.length)
    throw (
      asked.problem ??
      new AppError("extraction.model-waiting", `${basename(path)}: some of it has no answer yet`, {
        hint: "Write what is to be asked with --requests, or let a model answer without --offline.",
      })
    );
  await write(io, path, withAnswers(feed, whole));
}

async function write(io: Io, path: string, { feed, strays }: ReturnType<typeof withAnswers>): Promise<void> {
  const beside = `${path}${boundariesSuffix}`;
  const name = basename(beside);
  if (strays.length > 0)
    say(io, `left out of the answers, because no such paragraphs were asked about: ${strays.join(", ")}`);
  try {
    await writeFile(beside, formatBoundaries(feed), { flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const isThere = error.code === "EEXIST";
    throw new AppError(
      "export.unwritable",
      `${name}: ${isThere ? "it is there already" : "it cannot be written"}`,
      {
        hint: isThere
          ? "Delete it, or move it away, if the model is to decide."
          : "Copy the dump into a folder that you may write to.",
        cause: error,
      },
    );
  }
  const quotes = feed.blocks.filter(({ quoteScore }) => quoteScore === 1).length;
  await print(
    io,
    `wrote ${name} with ${feed.starts.length} comments and ${quotes} quoted paragraphs; look at it, then map ${basename(path)}\n`,
  );
}
