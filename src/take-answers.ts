import { z } from "zod";
import { AppError } from "./errors.ts";
import { AnswerCache } from "./extraction/llm/answer-cache.ts";
import { type AnswerLine, parseAnswerLine } from "./extraction/llm/batch-answers.ts";
import type { AnswerKind, ModelRequest } from "./extraction/llm/model-request.ts";
import type { Diagnostic } from "./model/diagnostic.ts";
import { parseInput } from "./parse-input.ts";

/** What became of a file of answers. */
export interface TakenAnswers {
  readonly taken: number;
  /** The lines that cannot be used, each with its place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** One kind of requests that answers are held against. */
export interface Expected<Given = unknown, Kept = unknown> {
  readonly kind: AnswerKind<Given, Kept>;
  /** What would be asked now. It is read when the answers to kinds before are kept. */
  readonly requests: AsyncIterable<ModelRequest> | Iterable<ModelRequest>;
  /** Lines of the file of requests that were asked, where an earlier version wrote it; by default those of now. */
  readonly asked?: AsyncIterable<string>;
}

const AskedLine = z.object({
  id: z.string(),
  promptVersion: z.string(),
  model: z.string(),
  system: z.string(),
  user: z.string(),
  schema: z.record(z.string(), z.unknown()),
});

/** What of a request is needed to keep its answer. */
interface Note {
  readonly key: string;
  readonly offered: string;
}

/** A line of a file of answers. */
interface NumberedLine {
  readonly number: number;
  readonly line: string;
}

/**
 * Keeps the answers of a file, so that a run finds them at hand. Later lines with the same id stand over
 * earlier ones.
 *
 * A line names the request that it answers, or, being a copy of a kept answer, the key under which that was
 * kept. What is the answer to no request of the first kind may be one to the second, and so on: only those
 * lines are held in memory.
 *
 * @param lines - of the file, without line ends.
 * @param file - its name, for the places of diagnostics.
 * @param options.kinds - kinds of requests; those of a later one may depend on answers to an earlier one.
 * @param options.cache - the folder of answers.
 * @throws AppError `extraction.cache-invalid` when answers cannot be kept, `extraction.answers-invalid` when
 *   the requests that were asked cannot be read.
 */
export async function takeAnswers(
  lines: AsyncIterable<string>,
  file: string,
  { kinds, cache: folder }: { readonly kinds: readonly Expected[]; readonly cache: string },
): Promise<TakenAnswers> {
  const cache = new AnswerCache(folder);
  const problems: { readonly number: number; readonly problem: string }[] = [];
  let taken = 0;
  let open: AsyncIterable<NumberedLine> | Iterable<NumberedLine> = numbered(lines);
  for (const [index, expected] of kinds.entries()) {
    const known = await notesOf(expected);
    const isLast = index === kinds.length - 1;
    const keys = new Set<string>();
    const rest: NumberedLine[] = [];
    for await (const one of open) {
      const { key, isKnown, answer, problem } = keptAnswer(one.line, expected.kind, known);
      const request = known.wanted.get(key);
      if (problem === null && request) {
        await cache.put(key, request, answer);
        keys.add(key);
      } else if (isKnown || isLast) problems.push({ number: one.number, problem: problem ?? noRequest(key) });
      else rest.push(one);
    }
    taken += keys.size;
    open = rest;
  }
  problems.sort((a, b) => a.number - b.number);
  return { taken, diagnostics: problems.map(({ number, problem }) => faulty(`${file}:${number}`, problem)) };
}

async function* numbered(lines: AsyncIterable<string>): AsyncGenerator<NumberedLine> {
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() !== "") yield { number, line };
  }
}

/** What is known of the requests of one kind: what each asked, by id, and what is to be kept, by key. */
interface Notes {
  readonly notes: ReadonlyMap<string, Note>;
  readonly wanted: ReadonlyMap<string, Pick<ModelRequest, "model" | "promptVersion">>;
}

async function notesOf({ kind, requests, asked }: Expected): Promise<Notes> {
  const notes = new Map<string, Note>();
  const wanted = new Map<string, Pick<ModelRequest, "model" | "promptVersion">>();
  const note = (request: ModelRequest): void => {
    notes.set(request.id, { key: kind.keyOf(request), offered: kind.offeredBy(request) });
  };
  for await (const request of requests) {
    const { model, promptVersion } = request;
    wanted.set(kind.keyOf(request), { model, promptVersion });
    note(request);
  }
  for await (const line of asked ?? []) {
    if (line.trim() === "") continue;
    const request = parseAsked(line);
    if (wanted.has(kind.keyOf(request))) note(request);
  }
  return { notes, wanted };
}

function parseAsked(line: string): ModelRequest {
  const hint = "Give the file that --requests wrote, in its plain form.";
  const code = "extraction.answers-invalid";
  try {
    return parseInput(AskedLine, JSON.parse(line), { code, place: "a line of requests", hint });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new AppError(code, "a line of requests is no JSON", { hint, cause: error });
  }
}

/**
 * The answer in a line, as it is kept, or what is wrong with it; and whether it is one to a request of this
 * kind at all.
 */
function keptAnswer(
  line: string,
  kind: AnswerKind<unknown, unknown>,
  { notes, wanted }: Notes,
): {
  readonly key: string;
  readonly isKnown: boolean;
  readonly answer: unknown;
  readonly problem: string | null;
} {
  const given: AnswerLine<unknown> = parseAnswerLine(line, kind.given);
  const id = given.id ?? "";
  const note = notes.get(id);
  if (!note && wanted.has(id)) return { ...parseAnswerLine(line, kind.kept), key: id, isKnown: true };
  if (!note && given.id !== null) return { key: id, isKnown: false, answer: null, problem: noRequest(id) };
  if (!note || given.problem !== null)
    return { key: id, isKnown: true, answer: null, problem: given.problem ?? noRequest(id) };
  return { key: note.key, isKnown: true, answer: kind.keep(given.answer, note.offered), problem: null };
}

function noRequest(id: string): string {
  return `no request with this model and prompt has the id ${id}`;
}

function faulty(place: string, problem: string): Diagnostic {
  return {
    severity: "error",
    code: "extraction.answers-invalid",
    message: `${place}: ${problem}`,
    place,
    commentId: null,
    span: null,
  };
}
