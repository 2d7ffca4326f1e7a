import { basename } from "node:path";
import type { Command } from "commander";
import { AppError } from "../errors.ts";
import {
  estimateAsking,
  type ModelReading,
  reasonsOfStore,
  requestsOfStore,
  secondRequestsOfStore,
} from "../extract-stored.ts";
import { commentAnswers } from "../extraction/llm/kept-answer.ts";
import type { ModelOptions, ModelReport } from "../extraction/llm/model-options.ts";
import { verifications } from "../extraction/llm/verification.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Store } from "../store/store.ts";
import { type TakenAnswers, takeAnswers } from "../take-answers.ts";
import { answerLines } from "./answer-lines.ts";
import { type RequestFileOptions, writeRequestsOf } from "./extract-requests.ts";
import { exitCodes, type Io } from "./io.ts";
import { mapInto, readGlossaries } from "./map-command.ts";
import { estimateLine, modelFrom, reportLine } from "./model-from-options.ts";
import type { ModelCommandOptions } from "./model-options.ts";
import { openTheStore } from "./open.ts";
import { print, printJson, reportError, say, terminalWidth } from "./output.ts";
import { printableJson, printableLine } from "./printable.ts";
import { sayDiagnostics } from "./say-diagnostics.ts";
import { countTable } from "./views/map-summary.ts";
import { reasonLines } from "./views/reasons.ts";

export interface ExtractCommandOptions extends ModelCommandOptions, RequestFileOptions {
  readonly extractor?: string;
  readonly answers?: string;
  readonly asked?: string;
  readonly glossary?: readonly string[];
  readonly workers?: number;
  /** Milliseconds. */
  readonly wait?: number;
  readonly strict?: boolean;
  readonly reasons?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Finds the claims of what is stored, or writes what a model would be asked, or reads what one answered. */
export async function runExtract(io: Io, command: Command, options: ExtractCommandOptions): Promise<void> {
  const { extractor = "llm", requests, answers, reasons, dryRun } = options;
  const jobs = [requests, answers, reasons, dryRun].filter((job) => job !== undefined && job !== false);
  if (jobs.length > 1)
    throw new AppError("cli.usage", "--requests, --answers, --reasons and --dry-run exclude each other", {
      hint: "Give one of them.",
    });
  const store = await openTheStore(io, command, options.wait === undefined ? {} : { waitMs: options.wait });
  const model = modelFrom(io, store, options);
  if (jobs.length > 0) {
    if (extractor !== "llm" || model === undefined)
      throw new AppError("extraction.model-missing", "no language model is named", {
        hint: "Name the one that answers, as its server does, with --model.",
      });
    const reading = await readingWith(io, model, options);
    if (requests !== undefined)
      return await withKnown(store, (known) => writeRequestsOf(io, { ...reading, known }, options));
    if (reasons === true) return await printReasons(io, store, reading, options);
    if (answers === undefined) return await estimate(io, store, reading, options);
    const taken = await withKnown(store, async (known) =>
      takeAnswers(answerLines(io, answers), basename(answers), {
        kinds: [
          {
            kind: commentAnswers,
            requests: requestsOfStore({ ...reading, known }),
            ...(options.asked === undefined ? {} : { asked: answerLines(io, options.asked) }),
          },
          ...(model.verify === undefined
            ? []
            : [{ kind: verifications, requests: secondRequestsOfStore({ ...reading, known }) }]),
        ],
        cache: model.cache,
      }),
    );
    return await extract(io, store, options, { ...model, isOffline: true }, taken);
  }
  await extract(io, store, options, model, null);
}

type Reading = Omit<ModelReading, "known">;

async function readingWith(
  io: Io,
  model: ModelOptions,
  { glossary }: ExtractCommandOptions,
): Promise<Reading> {
  return { model, ...(glossary !== undefined && { glossary: await readGlossaries(io, glossary) }) };
}

async function withKnown<Result>(
  store: Store,
  work: (known: ModelReading["known"]) => Promise<Result>,
): Promise<Result> {
  const reader = await store.openReader();
  try {
    return await work(reader.known);
  } finally {
    await reader.close();
  }
}

async function printReasons(
  io: Io,
  store: Store,
  reading: Reading,
  { json = false }: ExtractCommandOptions,
): Promise<void> {
  await withKnown(store, async (known) => {
    for await (const reason of reasonsOfStore({ ...reading, known })) {
      const lines = reasonLines(reason).join("\n");
      await print(io, json ? `${printableJson(reason, { indent: 0 })}\n` : `${lines}\n\n`);
    }
  });
}

async function estimate(
  io: Io,
  store: Store,
  reading: Reading,
  { json }: ExtractCommandOptions,
): Promise<void> {
  const report = await withKnown(store, async (known) => estimateAsking({ ...reading, known }));
  if (json === true) await printJson(io, { store: store.url, model: reading.model.name, ...report });
  else await print(io, `${estimateLine(report)}\n`);
}

async function extract(
  io: Io,
  store: Store,
  options: ExtractCommandOptions,
  model: ModelOptions | undefined,
  taken: TakenAnswers | null,
): Promise<void> {
  const { extractor = "llm", glossary, workers } = options;
  let asked: ModelReport | null = null;
  // An empty store is refused, as by every command that reads, before a writer would make one.
  await (await store.openReader()).close();
  const { outcome, before, after } = await mapInto(io, store, [], {
    extractor,
    ...(glossary === undefined ? {} : { glossary: await readGlossaries(io, glossary) }),
    ...(model === undefined
      ? {}
      : {
          model: {
            ...model,
            onReport: (report) => {
              asked = report;
            },
          },
        }),
    ...(workers === undefined ? {} : { workers }),
  });
  const diagnostics: readonly Diagnostic[] = [...(taken?.diagnostics ?? []), ...outcome.diagnostics];
  const { failures, isChanged, isStopped } = outcome;
  for (const { error } of failures) reportError(io, error);
  sayDiagnostics(io, diagnostics);
  if (options.json === true)
    await printJson(io, {
      store: store.url,
      isChanged,
      isStopped,
      answersTaken: taken?.taken ?? null,
      model: model?.name ?? null,
      asked,
      counts: after,
      before,
      failures: failures.map(({ error }) => ({ code: error.code, message: error.message })),
      diagnostics,
    });
  else if (after !== null)
    await print(
      io,
      `${[
        `extracted ${printableLine(store.url)} with ${extractor}${isChanged ? "" : ": nothing changed"}`,
        ...(taken === null
          ? []
          : [`${taken.taken} answers taken, ${taken.diagnostics.length} lines refused`]),
        ...(asked === null ? [] : [reportLine(asked)]),
        "",
        ...countTable(after, before, { change: "new", width: terminalWidth(io) }),
      ].join("\n")}\n`,
    );
  const waiting = diagnostics.filter(({ code }) => code === "extraction.model-waiting").length;
  if (waiting > 0 && options.json !== true)
    say(
      io,
      `Comments wait, so commands go on reading by default what they read before; --extractor ${extractor} shows what there is.`,
    );
  if (isStopped)
    say(io, "Interrupted. Answers and claims so far are kept; the same command takes up the rest.");
  const isFaulty = diagnostics.some(({ severity }) => severity !== "note");
  if (isStopped) io.setExitCode(exitCodes.interrupted);
  else if (failures.length > 0) io.setExitCode(exitCodes.refused);
  else if (options.strict === true && isFaulty) io.setExitCode(exitCodes.strict);
}
