import { z } from "zod";
import { sureConfidence } from "../../model/relation.ts";
import type { CountedHits, Parameters, Row, SearchOptions, StoreReader } from "../../store/store.ts";
import { Id, readRows } from "../read-rows.ts";
import { readView, type View } from "./read-view.ts";

/**
 * The queries that a view answers by a file of its own, with what their parameters lack there. All others say
 * the same whatever is seen.
 */
const ownFiles: Readonly<Record<string, readonly [file: string, defaults?: Parameters]>> = {
  "author-claim-count": ["layer-author-claim-count"],
  "claim-counts": ["layer-claim-counts"],
  "claims-about": ["layer-claims-about"],
  "claims-of-author": ["layer-claims-of-author"],
  "claims-ranked": ["layer-claims-ranked", { type: null }],
  "claims-ranked-by-kind": ["layer-claims-ranked"],
  "claims-ranked-by-author": ["layer-claims-ranked-by-author", { type: null }],
  "claims-ranked-by-author-and-kind": ["layer-claims-ranked-by-author"],
  "claims-ranked-by-concept": ["layer-claims-ranked-by-concept", { type: null, authorIds: null }],
  "claims-ranked-by-concept-and-others": ["layer-claims-ranked-by-concept"],
  "concept-authors": ["layer-concept-authors"],
  "concepts-by-id": ["layer-concepts-by-id"],
  "disputed-claims": ["layer-disputed-claims"],
  "opponents-of-claims": ["layer-opponents-of-claims"],
  "relations-from-claims": ["layer-relations-from-claims"],
  "relations-of-claims": ["layer-relations-of-claims"],
  "stances-of-author": ["layer-stances-of-author"],
  "stances-on-claims": ["layer-stances-on-claims"],
  "stances-on-concepts": ["layer-stances-on-concepts"],
  "summary-counts": ["layer-summary-counts"],
  "top-authors": ["layer-top-authors"],
  "words-of-claims": ["layer-words-of-claims"],
  "words-of-comment": ["layer-words-of-comment"],
};

/** The queries that count relations or follow them, and so ask which are drawn. */
const drawing: ReadonlySet<string> = new Set([
  ...["claim-counts", "claims-about", "claims-of-author", "disputed-claims", "opponents-of-claims"],
  ...[
    "claims-ranked",
    "claims-ranked-by-kind",
    "claims-ranked-by-author",
    "claims-ranked-by-author-and-kind",
  ],
  ...["claims-ranked-by-concept", "claims-ranked-by-concept-and-others", "suggested-answers"],
]);

/** Claims that a search looks at, so that those of other layers can be left out. */
const mostHits = 10_000;

const IdRow = z.object({ id: Id });

/** A reader that sees one layer of a store with people's word above it. */
export interface ViewReader extends StoreReader {
  readonly view: View;
}

interface Kept {
  readonly revision: number;
  readonly views: Map<string, Promise<ViewReader>>;
}

const kept = new WeakMap<StoreReader, Kept>();

/**
 * The reader of a layer. Where a store has one layer and nobody rejected anything, it asks what was asked
 * before there were layers, so that nothing is slower.
 *
 * @param asked - the layer's id; null for the one used last.
 * @param which - the relations that are counted and followed: the sure ones, or suggestions too.
 * @throws AppError `query.unknown-layer`, which names those there are.
 */
export function openView(
  store: StoreReader,
  asked: string | null,
  which: "sure" | "all" = "sure",
): Promise<ViewReader> {
  const before = kept.get(store);
  const current =
    before?.revision === store.revision ? before : { revision: store.revision, views: new Map() };
  if (current !== before) kept.set(store, current);
  const key = JSON.stringify([asked, which]);
  const known = current.views.get(key);
  if (known) return known;
  const opened = readView(store, asked).then((view) => readerOf(store, view, which));
  current.views.set(key, opened);
  opened.catch(() => current.views.delete(key));
  return opened;
}

function readerOf(store: StoreReader, view: View, which: "sure" | "all"): ViewReader {
  const drawn = {
    least: which === "all" ? 0 : sureConfidence,
    accepted: [...view.said].flatMap(([id, { action }]) => (action === "accept" ? [id] : [])),
    others: view.others,
  };
  const withDrawn = (id: string, parameters: Parameters): Parameters =>
    drawing.has(id) ? { ...parameters, ...drawn } : parameters;
  const shared = {
    view,
    supports: store.supports,
    known: store.known,
    revision: store.revision,
    records: () => store.records(),
    close: () => store.close(),
  };
  const { others, rejected, rejectedClaims, rejectedStances } = view;
  const isWhole = [others, rejected, rejectedClaims, rejectedStances].every(({ length }) => length === 0);
  if (isWhole)
    return {
      ...shared,
      run: (id, parameters = {}) => store.run(id, withDrawn(id, parameters)),
      search: (text, options) => store.search(text, options),
      searchAndCount: (text, options) => store.searchAndCount(text, options),
    };
  const run = (id: string, parameters: Parameters = {}): Promise<readonly Row[]> => {
    const [file, defaults = {}] = ownFiles[id] ?? [];
    const given = withDrawn(id, parameters);
    if (file === undefined) return store.run(id, given);
    const left = { others, rejected, rejectedClaims, rejectedStances };
    return store.run(file, { ...defaults, ...given, ...left });
  };
  const seen = async (text: string, options: SearchOptions): Promise<Omit<CountedHits, "total">> => {
    const limit = Math.max(options.limit, mostHits);
    const found = await store.search(text, { ...options, limit: limit + 1 });
    const hits = found.slice(0, limit);
    const ids = hits.flatMap((hit) => (hit.kind === "claim" ? [hit.id] : []));
    const rows = await readRows(store, "layer-claims-among", { ids, others, rejectedClaims }, IdRow);
    const among = new Set(rows.map(({ id }) => id));
    const ofView = hits.filter((hit) => hit.kind !== "claim" || among.has(hit.id));
    return { hits: ofView, hasMore: found.length > limit };
  };
  return {
    ...shared,
    run,
    search: async (text, options) => (await seen(text, options)).hits.slice(0, options.limit),
    searchAndCount: async (text, options): Promise<CountedHits> => {
      const { hits, hasMore } = await seen(text, options);
      const total = Math.min(hits.length, options.countTo);
      return { hits: hits.slice(0, options.limit), total, hasMore: hasMore || hits.length > total };
    },
  };
}
