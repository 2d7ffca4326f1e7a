import type { ClaimsOutput } from "#queries/claims.ts";
import type { CommentOutput } from "#queries/comment.ts";
import type { ConceptsOutput } from "#queries/concepts.ts";
import type { DebateOutput } from "#queries/debate.ts";
import type { SearchOutput } from "#queries/search.ts";
import type { ShowOutput } from "#queries/show.ts";
import type { SimilarOutput } from "#queries/similar.ts";
import type { SummaryOutput } from "#queries/summary.ts";
import type { TraceOutput } from "#queries/trace.ts";
import { readSettings } from "./settings.ts";

/** A refusal of the server, in its own words. */
export class Refusal extends Error {
  readonly code: string;
  readonly hint: string;

  constructor({ code, message, hint }: { code: string; message: string; hint: string }) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

type Parameters = Readonly<Record<string, string | number | null>>;

async function ask<Answer>(path: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<Answer> {
  const given = Object.entries(parameters).filter(
    (entry): entry is [string, string | number] => entry[1] !== null,
  );
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  let response: Response;
  try {
    response = await fetch(`api/${path}${search === "" ? "" : `?${search}`}`, {
      headers: { Accept: "application/json" },
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Refusal({
      code: "page.offline",
      message: "The server does not answer.",
      hint: "Start it again with npx elenchus serve; this page goes on by itself.",
    });
  }
  const body: unknown = await response.json();
  if (!response.ok) throw new Refusal(body as { code: string; message: string; hint: string });
  return body as Answer;
}

const id = encodeURIComponent;
/** Under what every question is asked: the page is opened anew when that changes. */
const { extractor, hasSuggestions } = readSettings(location.search);
const layer = { extractor };
const drawn = { extractor, relations: hasSuggestions ? "all" : "sure" };

/** The server's questions, each with the answer that its schema describes. */
export const api = {
  summary: (limit: number, signal?: AbortSignal) =>
    ask<SummaryOutput>("summary", { limit, ...drawn }, signal),
  search: (text: string, signal?: AbortSignal) =>
    ask<SearchOutput>("search", { text, limit: 40, ...drawn }, signal),
  concepts: (limit: number, signal?: AbortSignal) =>
    ask<ConceptsOutput>("concepts", { limit, ...layer }, signal),
  claims: (concept: string, signal?: AbortSignal) =>
    ask<ClaimsOutput>("claims", { concept, ...drawn }, signal),
  show: (name: string, signal?: AbortSignal) => ask<ShowOutput>(`show/${id(name)}`, drawn, signal),
  similar: (claim: string, signal?: AbortSignal) =>
    ask<SimilarOutput>("similar", { claim, limit: 10, ...layer }, signal),
  comment: (name: string, signal?: AbortSignal) => ask<CommentOutput>(`comments/${id(name)}`, layer, signal),
  debate: (a: string, b: string, limit: number, signal?: AbortSignal) =>
    ask<DebateOutput>("debate", { a, b, limit, ...drawn }, signal),
  trace: (claim: string, author: string | null, signal?: AbortSignal) =>
    ask<TraceOutput>("trace", { claim, author, ...drawn }, signal),
};
