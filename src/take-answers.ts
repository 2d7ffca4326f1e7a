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

/** What answers are held against, and where they are kept. */
export interface Expected<Given, Kept> {
  readonly kind: AnswerKind<Given, Kept>;
  /** What would be asked now. */
  readonly requests: AsyncIterable<ModelRequest> | Iterable<ModelRequest>;
  /** Lines of the file of requests that were asked, where an earlier version wrote it; by default those of now. */
  readonly asked?: AsyncIterable<string>;
  /** The folder of answers. */
  readonly cache: string;
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

/**
 * Keeps the answers of a file, so that a run finds them at hand. Later lines with the same id stand over earlier ones.
 *
 * A line names the request that it answers, or, being a copy of a kept answer, the key under which that was kept.
 *
 * @param lines - of the file, without line ends.
 * @param file - its name, for the places of diagnostics.
 * @throws AppError `extraction.cache-invalid` when answers cannot be kept, `extraction.answers-invalid` when the requests
 *   that were asked cannot be read.
 */
export async function takeAnswers<Given, Kept>(
  lines: AsyncIterable<string>,
  file: string,
  { kind, requests, asked, cache: folder }: Expected<Given, Kept>,
): Promise<TakenAnswers> {
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
  for await (const line of asked ?? []) if (line.trim() !== "") note(parseAsked(line));
  const cache = new AnswerCache(folder);
  const taken = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === "") continue;
    const { key, answer, problem } = keptAnswer(line, kind, { notes, wanted });
    const request = wanted.get(key);
    if (problem === null && request) {
      await cache.put(key, request, answer);
      taken.add(key);
    } else diagnostics.push(faulty(`${file}:${number}`, problem ?? noRequest(key)));
  }
  return { taken: taken.size, diagnostics };
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

/** The answer in a line, as it is kept, or what is wrong with it. */
function keptAnswer<Given, Kept>(
  line: string,
  kind: AnswerKind<Given, Kept>,
  known: { readonly notes: ReadonlyMap<string, Note>; readonly wanted: ReadonlyMap<string, unknown> },
): { readonly key: string; readonly answer: Kept | null; readonly problem: string | null } {
  const given: AnswerLine<Given> = parseAnswerLine(line, kind.given);
  const id = given.id ?? "";
  const note = known.notes.get(id);
  if (!note && known.wanted.has(id)) return { ...parseAnswerLine(line, kind.kept), key: id };
  if (given.problem !== null || !note)
    return { key: id, answer: null, problem: given.problem ?? noRequest(id) };
  return { key: note.key, answer: kind.keep(given.answer, note.offered), problem: null };
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
