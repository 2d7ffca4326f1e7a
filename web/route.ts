/** The kinds of relation, in the order in which the page names them. */
export const kinds = ["disagrees-with", "supports", "refines", "responds-to"] as const;
export type Kind = (typeof kinds)[number];

/** How much of a debate is drawn: kinds left out, the least confidence (0 to 1) and how many claims at most. */
export interface DebateFilter {
  readonly hidden: readonly Kind[];
  readonly least: number;
  readonly show: number;
  readonly hasLoners: boolean;
  readonly as: "drawing" | "list";
}

/** How many claims a drawing begins with, and how many each "show more" adds. */
export const claimsAtOnce = 30;

export const noFilter: DebateFilter = {
  hidden: [],
  least: 0,
  show: claimsAtOnce,
  hasLoners: false,
  as: "drawing",
};

/** What the page shows. `open` is the id of the claim or relation in the panel beside it. */
export type Route = { readonly open: string | null } & (
  | { readonly view: "start" }
  | { readonly view: "nowhere"; readonly path: string }
  | { readonly view: "search"; readonly text: string }
  | { readonly view: "debate"; readonly a: string; readonly b: string; readonly filter: DebateFilter }
  | { readonly view: "claim" | "concept" | "author" | "comment"; readonly id: string }
  | { readonly view: "trace"; readonly claim: string; readonly author: string | null }
);

/**
 * Reads a view from the address, so that every view can be cited.
 *
 *     #/debate?a=RL&b=SSL&open=3fa9   #/concept/31af   #/search?q=reward
 *
 * An address without a view is the start, one of a view that there is not leads nowhere.
 */
export function parseRoute(hash: string): Route {
  const [path = "", search = ""] = hash.replace(/^#/u, "").split("?", 2);
  const parameters = new URLSearchParams(search);
  const [, view = "", ...rest] = path.split("/");
  const id = decode(rest.join("/"));
  const open = parameters.get("open");
  const text = parameters.get("q")?.trim() ?? "";
  const a = parameters.get("a")?.trim() ?? "";
  const b = parameters.get("b")?.trim() ?? "";
  if (view === "search" && text !== "") return { view, text, open };
  if (view === "debate" && a !== "" && b !== "") return { view, a, b, filter: parseFilter(parameters), open };
  if ((view === "claim" || view === "concept" || view === "author" || view === "comment") && id !== "")
    return { view, id, open };
  if (view === "trace" && id !== "") return { view, claim: id, author: parameters.get("author"), open };
  const isStart = !path.startsWith("/") || view === "" || (view === "search" && rest.length === 0);
  return isStart ? { view: "start", open } : { view: "nowhere", path: path.slice(1), open };
}

/** The address of a view; the inverse of `parseRoute`. */
export function formatRoute(route: Route): string {
  const parameters = new URLSearchParams();
  let path = "";
  switch (route.view) {
    case "start":
      break;
    case "nowhere":
      path = route.path;
      break;
    case "search":
      path = "search";
      parameters.set("q", route.text);
      break;
    case "debate":
      path = "debate";
      parameters.set("a", route.a);
      parameters.set("b", route.b);
      formatFilter(route.filter, parameters);
      break;
    case "trace":
      path = `trace/${encodeURIComponent(route.claim)}`;
      if (route.author !== null) parameters.set("author", route.author);
      break;
    default:
      path = `${route.view}/${encodeURIComponent(route.id)}`;
  }
  if (route.open !== null) parameters.set("open", route.open);
  const search = parameters.toString();
  return `#/${path}${search === "" ? "" : `?${search}`}`;
}

/** What must be asked from the server for a view: two routes with the same key show the same data. */
export function dataKey(route: Route): string {
  return formatRoute(
    route.view === "debate" ? { ...route, filter: noFilter, open: null } : { ...route, open: null },
  );
}

function parseFilter(parameters: URLSearchParams): DebateFilter {
  const hidden = new Set((parameters.get("hide") ?? "").split(","));
  const least = Number(parameters.get("least"));
  const show = Number(parameters.get("show"));
  return {
    hidden: kinds.filter((kind) => hidden.has(kind)),
    least: least > 0 && least <= 1 ? least : noFilter.least,
    show: Number.isInteger(show) && show > 0 ? Math.min(show, 1000) : noFilter.show,
    hasLoners: parameters.get("loners") === "yes",
    as: parameters.get("as") === "list" ? "list" : "drawing",
  };
}

function formatFilter(filter: DebateFilter, parameters: URLSearchParams): void {
  if (filter.hidden.length > 0) parameters.set("hide", filter.hidden.join(","));
  if (filter.least !== noFilter.least) parameters.set("least", String(filter.least));
  if (filter.show !== noFilter.show) parameters.set("show", String(filter.show));
  if (filter.hasLoners) parameters.set("loners", "yes");
  if (filter.as !== noFilter.as) parameters.set("as", filter.as);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Goes to a view; `replace` leaves no entry behind in the browser's history. */
export type Navigate = (route: Route, options: { readonly replace: boolean }) => void;

/** The words that are searched for; none where the view is no search. */
export function searchText(route: Route): string {
  return route.view === "search" ? route.text : "";
}
