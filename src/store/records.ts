import type { GraphArrayName, GraphElement, GraphRecord } from "../model/graph.ts";
import { byId, compareStrings } from "../model/id.ts";
import { isCurrent } from "../model/layer.ts";
import {
  concepts,
  inOrder,
  mentionOf,
  propertiesOf,
  relationOf,
  runByIds,
  sortedTexts,
  stanceOf,
} from "./known.ts";
import { pages, type Run } from "./pages.ts";
import {
  authorRow,
  claimRow,
  commentRow,
  correctionRow,
  locutionRow,
  quoteRow,
  sourceRow,
  threadRow,
  versionRow,
} from "./rows.ts";
import type { Row, Value } from "./store.ts";

/** Records that are held at once; concepts bring all their mentions along. */
const recordsPerPage = 500;
const conceptsPerPage = 20;

/**
 * The whole graph, array by array in the order of `graphArrays`, each sorted by id.
 *
 * Ids are listed first, 20,000 a page, and records are fetched by id, 500 at a time: memory holds one page of
 * each.
 */
export async function* readRecords(run: Run): AsyncGenerator<GraphRecord> {
  yield* named("sources", sources(run));
  yield* named(
    "authors",
    byIdPages(run, "records-author-ids", plain(run, "known-authors", "author", authorRow)),
  );
  yield* named(
    "threads",
    byIdPages(run, "records-thread-ids", plain(run, "records-threads", "thread", threadRow)),
  );
  yield* named(
    "comments",
    byIdPages(run, "records-comment-ids", (ids) => graphComments(run, ids)),
  );
  yield* named(
    "quotes",
    byIdPages(run, "records-quote-ids", plain(run, "records-quotes", "quote", quoteRow)),
  );
  yield* named(
    "concepts",
    byIdPages(run, "records-concept-ids", (ids) => graphConcepts(run, ids), conceptsPerPage),
  );
  yield* named(
    "claims",
    byIdPages(run, "records-claim-ids", (ids) => graphClaims(run, ids)),
  );
  yield* named(
    "locutions",
    byIdPages(run, "records-locution-ids", plain(run, "records-locutions", "locution", locutionRow)),
  );
  yield* named("relations", relations(run));
  yield* named("stances", stances(run));
  yield* named(
    "corrections",
    byIdPages(run, "records-correction-ids", plain(run, "records-corrections", "correction", correctionRow)),
  );
}

async function* named<Name extends GraphArrayName>(
  array: Name,
  elements: AsyncIterable<GraphElement<Name>>,
): AsyncGenerator<GraphRecord> {
  for await (const element of elements) yield { array, element } as GraphRecord;
}

async function* sources(run: Run): AsyncGenerator<GraphElement<"sources">> {
  const rows = await run("known-sources");
  yield* rows.map((row) => sourceRow.read(propertiesOf(row, "source"))).sort(byId);
}

/** Pages through ids and hands each 500 of them to `fetch`, which gives the elements in the order of the ids. */
async function* byIdPages<Type>(
  run: Run,
  read: string,
  fetch: (ids: readonly string[]) => Promise<readonly Type[]>,
  size = recordsPerPage,
): AsyncGenerator<Type> {
  for await (const rows of chunks(pages(run, read), size))
    yield* await fetch(rows.map(({ id }) => String(id)));
}

async function* chunks(rows: AsyncIterable<Row>, size = recordsPerPage): AsyncGenerator<readonly Row[]> {
  let chunk: Row[] = [];
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

function plain<Type extends { readonly id: string }>(
  run: Run,
  read: string,
  column: string,
  rowOf: { read(row: Row): Type },
): (ids: readonly string[]) => Promise<readonly Type[]> {
  return async (ids) =>
    inOrder(
      ids,
      (await run(read, { ids })).map((row) => rowOf.read(propertiesOf(row, column))),
    );
}

/** Comments with their texts and marks, in the order of `ids`. */
export async function graphComments(
  run: Run,
  ids: readonly string[],
): Promise<readonly GraphElement<"comments">[]> {
  const versions = group(
    (await runByIds(run, "known-versions", ids)).map((row) => versionRow.read(propertiesOf(row, "version"))),
    ({ commentId }) => commentId,
  );
  const rows = await run("known-comments", { ids });
  const found = rows.map((row) => {
    const properties = propertiesOf(row, "comment");
    const comment = commentRow.read(properties);
    return {
      ...comment,
      versions: (versions.get(comment.id) ?? [])
        .map(({ commentId: _comment, ...version }) => version)
        .sort(byId),
      language: text(properties.language),
      ...fingerprints(sortedTexts(properties.fingerprints)),
      terms: Array.isArray(properties.terms) ? properties.terms.map(String) : [],
      ...(Array.isArray(properties.termLayers) && { termLayers: properties.termLayers.map(String) }),
    };
  });
  return inOrder(ids, found);
}

/** A comment that one layer read says so in one field, as it did before there were several. */
function fingerprints(
  all: readonly string[],
): Pick<GraphElement<"comments">, "fingerprint" | "fingerprints"> {
  const [fingerprint = null] = all.filter(isCurrent);
  return all.length === (fingerprint === null ? 0 : 1) ? { fingerprint } : { fingerprint, fingerprints: all };
}

const text = (value: Value | undefined): string | null => (value == null ? null : String(value));

async function graphClaims(run: Run, ids: readonly string[]): Promise<readonly GraphElement<"claims">[]> {
  const abouts = group(await run("known-abouts", { ids }), ({ claimId }) => String(claimId));
  const rows = await run("records-claims", { ids });
  const found = rows.map((row) => {
    const claim = claimRow.read(propertiesOf(row, "claim"));
    const conceptIds = (abouts.get(claim.id) ?? []).map(({ conceptId }) => String(conceptId));
    return { ...claim, conceptIds: conceptIds.sort(compareStrings) };
  });
  return inOrder(ids, found);
}

async function graphConcepts(run: Run, ids: readonly string[]): Promise<readonly GraphElement<"concepts">[]> {
  const mentions = group((await run("records-mentions", { ids })).map(mentionOf), (one) => one.conceptId);
  return (await concepts(run, ids)).map((concept) => ({
    ...concept,
    mentions: (mentions.get(concept.id) ?? [])
      .map(({ conceptId: _concept, ...mention }) => mention)
      .sort(byId),
  }));
}

async function* relations(run: Run): AsyncGenerator<GraphElement<"relations">> {
  for await (const rows of chunks(pages(run, "records-relation-ids")))
    yield* inOrder(
      rows.map(({ id }) => String(id)),
      (await run("records-relations", { rows })).map(relationOf),
    );
}

async function* stances(run: Run): AsyncGenerator<GraphElement<"stances">> {
  for await (const rows of chunks(pages(run, "records-stance-ids"))) {
    const found: GraphElement<"stances">[] = [];
    for (const kind of ["claim", "concept"] as const) {
      const wanted = rows.filter(({ targetKind }) => targetKind === kind);
      for (const row of await run(`records-${kind}-stances`, { rows: wanted }))
        found.push(stanceOf(row, kind));
    }
    yield* inOrder(
      rows.map(({ id }) => String(id)),
      found,
    );
  }
}

function group<Type>(
  values: readonly Type[],
  keyOf: (value: Type) => string,
): ReadonlyMap<string, readonly Type[]> {
  const groups = new Map<string, Type[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}
