import { createHash } from "node:crypto";
import { assertNever } from "../errors.ts";
import type { Change, Write } from "../model/change.ts";
import { parseTerm } from "../model/claim.ts";
import { type GraphElement, type GraphRecord, partsOfComment } from "../model/graph.ts";
import { createKnown } from "./known.ts";
import { pages, type Run } from "./pages.ts";
import { graphComments, readRecords } from "./records.ts";

/** Rows in one change of a dump, about. */
const rowsPerChange = 2000;
/** Comments, or ids, that are fetched at once. */
const recordsPerPage = 500;

/**
 * A hash of everything that is stored, equal for equal graphs: the records in their order, and the keys of
 * paragraphs, which are no record.
 */
export async function graphDigest(run: Run): Promise<string> {
  const hash = createHash("sha256");
  for await (const record of readRecords(run)) hash.update(`${JSON.stringify(record)}\n`);
  for await (const rows of paragraphs(run)) hash.update(`${JSON.stringify(rows)}\n`);
  return hash.digest("hex");
}

/**
 * The changes that make a graph again in an empty store, as a stream.
 *
 * Comments come parents first, so that every change refers only to what earlier ones saved.
 */
export async function* dumpChanges(run: Run): AsyncGenerator<Change> {
  let batch: Write[] = [];
  let rows = 0;
  let array: GraphRecord["array"] = "sources";
  for await (const record of readRecords(run)) {
    if (record.array !== array || rows >= rowsPerChange) {
      yield { writes: joined(batch) };
      batch = [];
      rows = 0;
    }
    // Comments go their own way: by parents, not by ids.
    if (record.array !== array && record.array === "comments") yield* commentChanges(run);
    array = record.array;
    const writes = record.array === "comments" ? [] : recordWrites(record);
    batch.push(...writes);
    rows += writes.reduce((sum, write) => sum + write.rows.length, 0);
  }
  yield { writes: joined(batch) };
  for await (const keys of paragraphs(run)) yield { writes: [{ write: "save-paragraphs", rows: keys }] };
  const layers = await createKnown(run).layers();
  if (layers.length > 0) yield { writes: [{ write: "save-layers", rows: layers }] };
}

async function* commentChanges(run: Run): AsyncGenerator<Change> {
  const { ids, late } = await parentsFirst(run);
  for (const some of batches(ids)) {
    const elements = await graphComments(run, some);
    yield {
      writes: joined(
        elements.flatMap((one) => commentWrites(late.has(one.id) ? { ...one, parentId: null } : one)),
      ),
    };
  }
  for (const some of batches([...late]))
    yield { writes: joined((await graphComments(run, some)).flatMap(commentWrites)) };
}

/** The ids of all comments, each after its parent, and those that stand before it because parents form a ring. */
async function parentsFirst(run: Run): Promise<{ ids: readonly string[]; late: ReadonlySet<string> }> {
  const parents = new Map<string, string | null>();
  for await (const { id, parentId } of pages(run, "records-comment-parents"))
    parents.set(String(id), parentId == null ? null : String(parentId));
  const ordered = new Set<string>();
  const late = new Set<string>();
  for (const id of parents.keys()) {
    const line = new Set<string>();
    let at: string | null = id;
    while (at !== null && !ordered.has(at) && !line.has(at)) {
      line.add(at);
      at = parents.get(at) ?? null;
    }
    const [...upward] = line;
    if (at !== null && line.has(at)) late.add(upward.at(-1) ?? at);
    for (const one of upward.reverse()) ordered.add(one);
  }
  return { ids: [...ordered], late };
}

async function* paragraphs(run: Run): AsyncGenerator<{ commentId: string; keys: string[] }[]> {
  for await (const ids of idPages(run, "records-comment-ids")) {
    const keys = new Map<string, string[]>();
    for (const { commentId, key } of await run("records-paragraphs", { ids })) {
      const list = keys.get(String(commentId)) ?? [];
      list.push(String(key));
      keys.set(String(commentId), list);
    }
    if (keys.size > 0) yield [...keys].map(([commentId, list]) => ({ commentId, keys: list }));
  }
}

async function* idPages(run: Run, read: string): AsyncGenerator<readonly string[]> {
  let ids: string[] = [];
  for await (const { id } of pages(run, read)) {
    ids.push(String(id));
    if (ids.length < recordsPerPage) continue;
    yield ids;
    ids = [];
  }
  if (ids.length > 0) yield ids;
}

function* batches(ids: readonly string[]): Generator<readonly string[]> {
  for (let start = 0; start < ids.length; start += recordsPerPage)
    yield ids.slice(start, start + recordsPerPage);
}

/**
 * Joins writes of one kind, keeping the order in which kinds first appear: one statement then serves many
 * rows.
 */
function joined(writes: readonly Write[]): readonly Write[] {
  const rows = new Map<Write["write"], unknown[]>();
  for (const write of writes) {
    const list = rows.get(write.write) ?? [];
    list.push(...write.rows);
    rows.set(write.write, list);
  }
  return [...rows].map(([write, list]) => ({ write, rows: list }) as Write);
}

function recordWrites(record: Exclude<GraphRecord, { array: "comments" }>): readonly Write[] {
  switch (record.array) {
    case "sources":
      return [{ write: "save-sources", rows: [record.element] }];
    case "authors":
      return [{ write: "save-authors", rows: [record.element] }];
    case "threads":
      return [{ write: "save-threads", rows: [record.element] }];
    case "quotes":
      return [{ write: "save-quotes", rows: [record.element] }];
    case "claims": {
      const { conceptIds, ...claim } = record.element;
      const abouts = conceptIds.length > 0 ? [{ claimId: claim.id, conceptIds }] : [];
      return [
        { write: "save-claims", rows: [claim] },
        { write: "save-abouts", rows: abouts },
      ];
    }
    case "locutions":
      return [{ write: "save-locutions", rows: [record.element] }];
    case "concepts": {
      const { mentions, ...concept } = record.element;
      const conceptId = concept.id;
      return [
        { write: "save-concepts", rows: [concept] },
        { write: "save-mentions", rows: mentions.map((mention) => ({ ...mention, conceptId })) },
      ];
    }
    case "relations":
      return [{ write: "save-relations", rows: [record.element] }];
    case "stances":
      return [{ write: "save-stances", rows: [record.element] }];
    case "corrections":
      return [{ write: "save-corrections", rows: [record.element] }];
    default:
      return assertNever(record);
  }
}

function commentWrites(element: GraphElement<"comments">): readonly Write[] {
  const { comment, versions, terms, termLayers, language, fingerprints } = partsOfComment(element);
  const commentId = comment.id;
  const found = { commentId, terms: terms.map(parseTerm), ...(termLayers && { layers: termLayers }) };
  return [
    { write: "save-comments", rows: [comment] },
    { write: "save-versions", rows: versions.map((version) => ({ ...version, commentId })) },
    { write: "save-terms", rows: terms.length > 0 ? [found] : [] },
    {
      write: "save-extracted",
      rows: fingerprints.length > 0 || language !== null ? [{ commentId, fingerprints, language }] : [],
    },
  ];
}
