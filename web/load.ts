import type { CommentOutput } from "#queries/comment.ts";
import type { ConceptsOutput } from "#queries/concepts.ts";
import type { DebateOutput } from "#queries/debate.ts";
import type { SearchOutput } from "#queries/search.ts";
import type { ShowOutput } from "#queries/show.ts";
import type { SummaryOutput } from "#queries/summary.ts";
import type { TraceOutput } from "#queries/trace.ts";
import { api } from "./api.ts";
import type { ClaimData } from "./panels/claim.ts";
import type { Route } from "./route.ts";

type Shown<Kind extends ShowOutput["kind"]> = Extract<ShowOutput, { kind: Kind }>;

/** What a view shows. `elsewhere` means that the id names a thing that another view shows. */
export type PageData =
  | { readonly view: "start"; readonly summary: SummaryOutput }
  | { readonly view: "search"; readonly found: SearchOutput }
  | { readonly view: "debate"; readonly debate: DebateOutput }
  | { readonly view: "claim"; readonly data: ClaimData }
  | { readonly view: "concept"; readonly shown: Shown<"concept">; readonly others: ConceptsOutput["items"] }
  | { readonly view: "author"; readonly shown: Shown<"author"> }
  | { readonly view: "comment"; readonly comment: CommentOutput }
  | { readonly view: "trace"; readonly trace: TraceOutput }
  | { readonly view: "nowhere" }
  | { readonly view: "elsewhere"; readonly route: Route };

/** How many claims a debate is asked for; the drawing shows fewer at first. */
const debateLimit = 300;

/** How many comments of one claim are asked for, for the titles of their threads. */
const commentsAsked = 6;

export async function loadPage(route: Route, signal: AbortSignal): Promise<PageData> {
  switch (route.view) {
    case "start":
      return { view: "start", summary: await api.summary(12, signal) };
    case "nowhere":
      return { view: "nowhere" };
    case "search":
      return { view: "search", found: await api.search(route.text, signal) };
    case "debate":
      return { view: "debate", debate: await api.debate(route.a, route.b, debateLimit, signal) };
    case "trace":
      return { view: "trace", trace: await api.trace(route.claim, route.author, signal) };
    case "comment":
      return { view: "comment", comment: await api.comment(route.id, signal) };
    default:
      return loadShown(route.id, signal);
  }
}

/** What the panel beside a view shows. */
export type PanelData =
  | { readonly view: "claim"; readonly data: ClaimData }
  | { readonly view: "relation"; readonly shown: Shown<"relation"> };

/** A claim or a relation by its id; null for an id of another kind. */
export async function loadPanel(id: string, signal: AbortSignal): Promise<PanelData | null> {
  const shown = await api.show(id, signal);
  if (shown.kind === "claim") return { view: "claim", data: await withComments(shown, signal) };
  return shown.kind === "relation" ? { view: "relation", shown } : null;
}

async function loadShown(id: string, signal: AbortSignal): Promise<PageData> {
  const shown = await api.show(id, signal);
  switch (shown.kind) {
    case "claim":
      return { view: "claim", data: await withComments(shown, signal) };
    case "concept":
      return { view: "concept", shown, others: (await api.concepts(8, signal)).items };
    case "author":
      return { view: "author", shown };
    case "comment":
      return { view: "elsewhere", route: { view: "comment", id: shown.comment.id, open: null } };
    case "relation":
      return { view: "elsewhere", route: { view: "claim", id: shown.relation.from.claimId, open: null } };
    default:
      return { view: "elsewhere", route: { view: "comment", id: shown.quote.commentId, open: null } };
  }
}

async function withComments(claim: Shown<"claim">, signal: AbortSignal): Promise<ClaimData> {
  const ids = [...new Set(claim.locutions.map(({ commentId }) => commentId))].slice(0, commentsAsked);
  const comments = await Promise.all(ids.map((id) => api.comment(id, signal)));
  return { claim, comments: new Map(comments.map((comment) => [comment.id, comment])) };
}
