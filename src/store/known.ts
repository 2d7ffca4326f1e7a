import type { CommentTerms } from "../model/change.ts";
import { type Claim, parseTerm, type Stance } from "../model/claim.ts";
import type { Comment } from "../model/comment.ts";
import { GlossaryEntry } from "../model/glossary.ts";
import { byId, compareStrings } from "../model/id.ts";
import type { Known, PendingComment, UnmarkedComment } from "../model/known.ts";
import { type Relation, relationKinds, relationshipType } from "../model/relation.ts";
import { pages, type Run } from "./pages.ts";
import {
  authorRow,
  claimRow,
  commentRow,
  conceptRow,
  correctionRow,
  furtherOriginsOf,
  locutionRow,
  mentionRow,
  quoteRow,
  relationRow,
  sourceRow,
  stanceRow,
  versionRow,
} from "./rows.ts";
import type { Row, Value } from "./store.ts";

/** Ids in one question to the engine. */
const idsPerRead = 2000;
/** Comments, with their texts, that a scan holds at once. */
const commentsPerPage = 500;

const kindOfType = new Map(relationKinds.map((kind) => [relationshipType(kind), kind]));

/** The properties of a node or relationship that stand in a column of a row. */
export function propertiesOf(row: Row, column: string): Row {
  const value = row[column];
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Row) : {};
}

/** A relation from its relationship's properties, its type and its ends. */
export function relationOf(row: Row): Relation {
  const { type, fromClaim, toClaim } = row;
  const kind = kindOfType.get(String(type)) ?? null;
  return relationRow.read({ ...propertiesOf(row, "properties"), kind, fromClaim, toClaim } as Row);
}

/** Runs a read for many ids, a batch at a time, each id once. */
export async function runByIds(
  run: Run,
  read: string,
  ids: readonly string[],
  name = "ids",
): Promise<readonly Row[]> {
  const distinct = [...new Set(ids)];
  const rows: Row[] = [];
  for (let start = 0; start < distinct.length; start += idsPerRead)
    rows.push(...(await run(read, { [name]: distinct.slice(start, start + idsPerRead) })));
  return rows;
}

/** Answers what the pipeline asks of a store, from the reads in `cypher/reads`. */
export function createKnown(run: Run): Known {
  const text = (value: Value | undefined): string => String(value);
  const read = async <Type>(
    id: string,
    ids: readonly string[],
    column: string,
    rowOf: { read(row: Row): Type },
    name = "ids",
  ): Promise<readonly Type[]> =>
    (await runByIds(run, id, ids, name)).map((row) => rowOf.read(propertiesOf(row, column)));

  const comments = async (ids: readonly string[]): Promise<readonly Comment[]> =>
    inOrder(ids, await read("known-comments", ids, "comment", commentRow));
  const counts = async () => {
    const [row] = await run("known-counts");
    return {
      sources: (await run("known-sources")).length,
      comments: Number(row?.comments ?? 0),
      nextSeq: Number(row?.nextSeq ?? 0),
    };
  };

  return {
    counts,
    comments,
    sources: async () =>
      (await run("known-sources")).map((row) => sourceRow.read(propertiesOf(row, "source"))),
    authors: async (ids) => inOrder(ids, await read("known-authors", ids, "author", authorRow)),
    existing: async (kind, ids) =>
      new Set((await runByIds(run, `known-existing-${kind}`, ids)).map(({ id }) => text(id))),
    versions: async (ids) =>
      inOrderOf(ids, await read("known-versions", ids, "version", versionRow), (one) => one.commentId),
    children: async (ids) =>
      [...new Set((await runByIds(run, "known-children", ids)).map(({ id }) => text(id)))].sort(
        compareStrings,
      ),
    paragraphs: async (keys) =>
      (await runByIds(run, "known-paragraphs", keys, "keys")).map(({ key, commentId }) => ({
        key: text(key),
        commentId: text(commentId),
      })),
    thread: async (threadId, { createdAt, seq }, limit) =>
      (await run("known-thread", { threadId, createdAt, seq, limit })).map((row) =>
        commentRow.read(propertiesOf(row, "comment")),
      ),
    quotes: async (ids) => (await read("known-quotes", ids, "quote", quoteRow)).toSorted(byId),
    locutions: async (ids) =>
      inOrderOf(ids, await read("known-locutions", ids, "locution", locutionRow), (one) => one.commentId),
    claims: () => claims(run),
    stancesOn: async (ids) =>
      (await runByIds(run, "known-stances-on", ids)).map((row) => stanceOf(row, "claim")).toSorted(byId),
    claimsById: async (ids) => inOrder(ids, await read("records-claims", ids, "claim", claimRow)),
    claimsByKey: async (keys) =>
      (await read("known-claims-by-key", keys, "claim", claimRow, "keys")).toSorted(byId),
    opponents: async (ids) =>
      (await runByIds(run, "known-opponents", ids)).map(({ claimId, opponentId }) => ({
        claimId: text(claimId),
        opponentId: text(opponentId),
      })),
    relations: async (ids) => {
      const rows = [
        ...(await runByIds(run, "known-relations-from", ids)),
        ...(await runByIds(run, "known-relations-to", ids)),
      ];
      const found = new Map(rows.map(relationOf).map((relation) => [relation.id, relation]));
      return [...found.values()].sort(byId);
    },
    extracted: async (ids) =>
      (await runByIds(run, "known-extracted", ids)).map(({ commentId, fingerprints, language }) => ({
        commentId: text(commentId),
        fingerprints: sortedTexts(fingerprints),
        language: language === null || language === undefined ? null : text(language),
      })),
    termsOf: async (ids) => (await runByIds(run, "known-terms-of", ids)).map(termsOf),
    unmarked: () => unmarked(run, counts),
    layers: async () =>
      (await run("known-layers")).map(({ id, rank, glossary }) => ({
        id: text(id),
        rank: Number(rank),
        ...(Array.isArray(glossary) && {
          glossary: glossary.map((one) => GlossaryEntry.parse(JSON.parse(text(one)))),
        }),
      })),
    isRead: async (fingerprint) => (await run("known-is-read", { fingerprint })).length > 0,
    pending: (fingerprint, afterSeq, limit) => pending(run, counts, fingerprint, afterSeq, limit),
    timeline: (authorIds) => timeline(run, comments, authorIds),
    authorIds: async () => (await run("known-author-ids")).map(({ id }) => text(id)),
    terms: () => terms(run, counts),
    concepts: async () => concepts(run, await allIds(run, "records-concept-ids")),
    mentions: async (ids) => (await runByIds(run, "known-mentions", ids)).map(mentionOf).toSorted(byId),
    abouts: async (ids) => {
      const found = new Map<string, string[]>(ids.map((id) => [id, []]));
      for (const { claimId, conceptId } of await runByIds(run, "known-abouts", ids))
        found.get(text(claimId))?.push(text(conceptId));
      return [...found].flatMap(([claimId, conceptIds]) =>
        conceptIds.length > 0 ? [{ claimId, conceptIds }] : [],
      );
    },
    commentsOfSource: async (id) =>
      distinctIds(await run("known-comments-of-source", { id, also: furtherOriginsOf(id) })),
    commentsNaming: async ({ id, name }) =>
      distinctIds(await run("known-comments-naming", { id, name, reaction: reactionsOf(id) })),
    relating: async (ids) => distinctIds(await runByIds(run, "known-relating", ids)),
    locutionsById: async (ids) => inOrder(ids, await read("records-locutions", ids, "locution", locutionRow)),
    stating: async (ids) => (await read("known-stating", ids, "locution", locutionRow)).toSorted(byId),
    corrections: async (ids) =>
      (await read("known-corrections", ids, "correction", correctionRow)).toSorted(byId),
    allCorrections: async () => {
      const ids = await allIds(run, "records-correction-ids");
      return inOrder(ids, await read("records-corrections", ids, "correction", correctionRow));
    },
    activeAuthors: async (ids) => new Set(distinctIds(await runByIds(run, "known-active-authors", ids))),
    filledThreads: async (ids) => new Set(distinctIds(await runByIds(run, "known-filled-threads", ids))),
  };
}

/** A list of strings by code unit; empty where the store has none. */
export function sortedTexts(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String).sort(compareStrings) : [];
}

function termsOf({ commentId, terms, layers }: Row): CommentTerms {
  return {
    commentId: String(commentId),
    terms: Array.isArray(terms) ? terms.map((term) => parseTerm(String(term))) : [],
    ...(Array.isArray(layers) && { layers: layers.map(String) }),
  };
}

function distinctIds(rows: readonly Row[]): readonly string[] {
  return [...new Set(rows.map(({ id }) => String(id)))].sort(compareStrings);
}

/** How the stored form of a reaction begins that a person made; `commentRow` in rows.ts gives the form. */
function reactionsOf(authorId: string): string {
  return `[${JSON.stringify(authorId)},`;
}

export function mentionOf(row: Row) {
  const { commentId, conceptId } = row;
  return mentionRow.read({ ...propertiesOf(row, "properties"), commentId, conceptId } as Row);
}

/** A stance from its relationship's properties and its two ends. */
export function stanceOf(row: Row, targetKind: Stance["target"]["kind"]): Stance {
  const { authorId, targetId } = row;
  return stanceRow.read({ ...propertiesOf(row, "properties"), targetKind, authorId, targetId } as Row);
}

async function* claims(run: Run): AsyncGenerator<Claim> {
  let ids: string[] = [];
  const read = async () =>
    (await runByIds(run, "records-claims", ids)).map((row) => claimRow.read(propertiesOf(row, "claim")));
  for await (const { id } of pages(run, "records-claim-ids")) {
    ids.push(String(id));
    if (ids.length < idsPerRead) continue;
    yield* await read();
    ids = [];
  }
  yield* await read();
}

/** Concepts with the ids of the more general ones, in the order of `ids`. */
export async function concepts(run: Run, ids: readonly string[]) {
  const rows = await runByIds(run, "known-concepts", ids);
  const found = rows.map((row) => {
    const broader = Array.isArray(row.broader) ? row.broader.map(String).sort(compareStrings) : [];
    return conceptRow.read({ ...propertiesOf(row, "concept"), broader });
  });
  return inOrder(ids, found);
}

/** Every id that a paged read gives, in order; a page holds 20,000. */
async function allIds(run: Run, read: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const row of pages(run, read)) ids.push(String(row.id));
  return ids;
}

async function pending(
  run: Run,
  counts: Known["counts"],
  fingerprint: string,
  afterSeq: number,
  limit: number,
): Promise<readonly PendingComment[]> {
  const { nextSeq } = await counts();
  const found: PendingComment[] = [];
  // By stretches of seq, which is indexed: the cost of all calls together is linear in the comments.
  for (let from = afterSeq + 1; from < nextSeq && found.length < limit; from += idsPerRead) {
    const to = Math.min(from + idsPerRead, nextSeq) - 1;
    for (const { id, seq, parentId } of await run("known-pending", { from, to, fingerprint }))
      found.push({ id: String(id), seq: Number(seq), parentId: parentId == null ? null : String(parentId) });
  }
  return found.slice(0, limit);
}

/**
 * One person's comments, oldest first.
 *
 * A comment without a time stands where its source does: at the time of capture, if that is known, else before all
 * that are dated; then by the rank of the source and the place in it.
 */
async function* timeline(
  run: Run,
  comments: Known["comments"],
  authorIds: readonly string[],
): AsyncGenerator<Comment> {
  const sources = new Map(
    (await run("known-sources")).map((row) => {
      const source = sourceRow.read(propertiesOf(row, "source"));
      return [source.id, source];
    }),
  );
  const keyed = (await runByIds(run, "known-timeline", authorIds)).map((row) => {
    const source = sources.get(String(row.source));
    const time = row.createdAt == null ? (source?.captured ?? "") : String(row.createdAt);
    return { id: String(row.id), time, rank: source?.rank ?? 0, index: Number(row.place) };
  });
  keyed.sort((a, b) => compareStrings(a.time, b.time) || a.rank - b.rank || a.index - b.index || byId(a, b));
  for (let start = 0; start < keyed.length; start += commentsPerPage)
    yield* await comments(keyed.slice(start, start + commentsPerPage).map(({ id }) => id));
}

async function* terms(
  run: Run,
  counts: Known["counts"],
): AsyncGenerator<CommentTerms & { readonly version: string; readonly text: string }> {
  const { nextSeq } = await counts();
  for (let from = 0; from < nextSeq; from += commentsPerPage) {
    const to = Math.min(from + commentsPerPage, nextSeq) - 1;
    for (const row of await run("known-terms", { from, to }))
      yield { ...termsOf(row), version: String(row.version), text: String(row.text) };
  }
}

async function* unmarked(run: Run, counts: Known["counts"]): AsyncGenerator<UnmarkedComment> {
  const { nextSeq } = await counts();
  for (let from = 0; from < nextSeq; from += idsPerRead) {
    const to = Math.min(from + idsPerRead, nextSeq) - 1;
    for (const { commentId, source, fingerprints } of await run("known-unmarked", { from, to }))
      yield {
        commentId: String(commentId),
        source: String(source),
        fingerprints: sortedTexts(fingerprints),
      };
  }
}

/** Records in the order in which their ids were asked for. */
export function inOrder<Type extends { readonly id: string }>(
  ids: readonly string[],
  records: readonly Type[],
): readonly Type[] {
  return inOrderOf(ids, records, (record) => record.id);
}

function inOrderOf<Type>(
  ids: readonly string[],
  records: readonly Type[],
  keyOf: (record: Type) => string,
): readonly Type[] {
  const groups = new Map<string, Type[]>();
  for (const record of records) {
    const group = groups.get(keyOf(record));
    if (group) group.push(record);
    else groups.set(keyOf(record), [record]);
  }
  return [...new Set(ids)].flatMap((id) => groups.get(id) ?? []);
}
