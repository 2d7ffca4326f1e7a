import { z } from "zod";
import type {
  CountedHits,
  Parameters,
  Row,
  SearchHit,
  SearchOptions,
  StoreReader,
} from "../../store/store.ts";
import { Id, readRows } from "../read-rows.ts";
import { readView, type View } from "./read-view.ts";

/**
 * The queries that a view answers by a file of its own, with what their parameters lack there. All others say the same
 * whatever is seen.
 */
const ownFiles: Readonly<Record<string, readonly [file: string, defaults?: Parameters]>> = {
  "author-claim-count": ["layer-author-claim-count"],
  "authors-by-id": ["layer-authors-by-id"],
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

/** Claims that a search looks at, so that those of other layers can be left out. */
const mostHits = 10_000;

const IdRow = z.object({ id: Id });

/** A reader that sees one layer of a store with people's word above it. */
export interface ViewReader extends StoreReader {
  readonly view: View;
}

interface Kept {
  readonly revision: number;
  readonly views: Map<string | null, Promise<ViewReader>>;
}

const kept = new WeakMap<StoreReader, Kept>();

/**
 * The reader of a layer. Where a store has one layer and nobody rejected anything, it asks what was asked before there
 * were layers, so that nothing is slower.
 *
 * @param asked - the layer's id; null for the one used last.
 * @throws AppError `query.unknown-layer`, which names those there are.
 */
export function openView(store: StoreReader, asked: string | null): Promise<ViewReader> {
  const before = kept.get(store);
  const current =
    before?.revision === store.revision ? before : { revision: store.revision, views: new Map() };
  if (current !== before) kept.set(store, current);
  const known = current.views.get(asked);
  if (known) return known;
  const opened = readView(store, asked).then((view) => readerOf(store, view));
  current.views.set(asked, opened);
  opened.catch(() => current.views.delete(asked));
  return opened;
}

function readerOf(store: StoreReader, view: View): ViewReader {
  const shared = {
    view,
    supports: store.supports,
    known: store.known,
    revision: store.revision,
    records: () => store.records(),
    close: () => store.close(),
  };
  const isWhole = view.others.length + view.rejected.length + view.rejectedClaims.length === 0;
  if (isWhole)
    return {
      ...shared,
      run: (id, parameters) => store.run(id, parameters),
      search: (text, options) => store.search(text, options),
      searchAndCount: (text, options) => store.searchAndCount(text, options),
    };
  const run = (id: string, parameters: Parameters = {}): Promise<readonly Row[]> => {
    const [file, defaults = {}] = ownFiles[id] ?? [];
    if (file === undefined) return store.run(id, parameters);
    const { others, rejected, rejectedClaims } = view;
    return store.run(file, { ...defaults, ...parameters, others, rejected, rejectedClaims });
  };
  const seen = async (text: string, options: SearchOptions): Promise<readonly SearchHit[]> => {
    const hits = await store.search(text, { ...options, limit: Math.max(options.limit, mostHits) });
    const ids = hits.flatMap((hit) => (hit.kind === "claim" ? [hit.id] : []));
    const { others, rejectedClaims } = view;
    const rows = await readRows(store, "layer-claims-among", { ids, others, rejectedClaims }, IdRow);
    const among = new Set(rows.map(({ id }) => id));
    return hits.filter((hit) => hit.kind !== "claim" || among.has(hit.id));
  };
  return {
    ...shared,
    run,
    search: async (text, options) => (await seen(text, options)).slice(0, options.limit),
    searchAndCount: async (text, options): Promise<CountedHits> => {
      const hits = await seen(text, options);
      return { hits: hits.slice(0, options.limit), total: Math.min(hits.length, options.countTo) };
    },
  };
}
