import type { WriteId } from "../model/change.ts";
import { pick } from "./rows.ts";
import type { Row } from "./store.ts";

/** How the records of a write that are not stored yet are told from the others, and created. */
export interface Creation {
  /** The id that `cypher/creates/<write>.cypher` looks for to learn whether a row's record is stored. */
  readonly askedBy: (row: Row) => string;
  /** The id under which the look finds it. */
  readonly foundAs: (row: Row) => string;
  /** Whether anything is created for a row at all. Default: always. */
  readonly creates?: (row: Row) => boolean;
  /** What the statements unwind, by the name of the parameter. */
  readonly lists: (rows: readonly Row[]) => Readonly<Record<string, readonly Row[]>>;
}

const text = (key: string) => (row: Row) => String(row[key]);
const byId = { askedBy: text("id"), foundAs: text("id") };
const byKey = { askedBy: text("key"), foundAs: text("key") };

/** The properties of new records, without those that are null: there is nothing that they would take away. */
const properties = (rows: readonly Row[]): readonly Row[] =>
  rows.map((row) => present(row.properties as Row));

function present(row: Row): Row {
  const kept: Record<string, Row[string]> = {};
  for (const key in row) {
    const value = row[key];
    if (value !== null && value !== undefined) kept[key] = value;
  }
  return kept;
}

/** Rows whose `end` is known, with some of their fields. */
const having = (rows: readonly Row[], end: string, ...fields: readonly string[]): readonly Row[] =>
  rows.filter((row) => row[end] !== null).map((row) => pick(row, end, ...fields));

/** One row for each distinct element of a list. */
const each = (rows: readonly Row[], key: string, list: string, name: string): readonly Row[] =>
  rows.flatMap((row) =>
    [...new Set(row[list] as readonly string[])].map((one) => ({ [key]: row[key] ?? null, [name]: one })),
  );

/** The properties of new relationships, which stand in one field of a row, with the ends that stand beside it. */
const linked = (rows: readonly Row[], field: string, ...ends: readonly string[]): readonly Row[] =>
  rows.map((row) => Object.assign(present(row[field] as Row), pick(row, ...ends)));

/** The writes whose new records are created by statements of their own. */
export const creations: { readonly [write in WriteId]?: Creation } = {
  "save-claims": { ...byId, lists: (rows) => ({ claims: properties(rows) }) },
  "save-comments": {
    ...byId,
    lists: (rows) => {
      const isPost = ({ authorId, threadId }: Row): boolean => authorId !== null && threadId !== null;
      const others = rows.filter((row) => !isPost(row));
      return {
        posts: properties(rows.filter(isPost)),
        comments: properties(others),
        written: having(others, "authorId", "id"),
        threaded: having(others, "threadId", "id"),
        answering: having(rows, "parentId", "id"),
      };
    },
  },
  "save-versions": {
    ...byKey,
    lists: (rows) => ({
      versions: rows.map((row) => ({ key: row.key ?? null, ...present(row.properties as Row) })),
    }),
  },
  "save-quotes": {
    ...byId,
    lists: (rows) => ({
      quotes: properties(rows),
      resolved: linked(
        rows.filter(({ sourceComment }) => sourceComment !== null),
        "link",
        ...["commentId", "sourceComment"],
      ),
    }),
  },
  "save-locutions": {
    ...byId,
    lists: (rows) => ({
      said: properties(rows.filter(({ speaker }) => speaker !== null)),
      locutions: properties(rows.filter(({ speaker }) => speaker === null)),
    }),
  },
  "save-concepts": {
    ...byId,
    lists: (rows) => ({ concepts: properties(rows), broader: each(rows, "id", "broader", "broaderId") }),
  },
  // A claim that is about something has what it is about replaced.
  "save-abouts": {
    askedBy: text("claimId"),
    foundAs: text("claimId"),
    creates: ({ conceptIds }) => (conceptIds as readonly string[]).length > 0,
    lists: (rows) => ({ abouts: each(rows, "claimId", "conceptIds", "conceptId") }),
  },
  // No engine of ours finds a relationship by its id, so those at one end of it are listed.
  "save-mentions": {
    askedBy: text("commentId"),
    foundAs: text("id"),
    lists: (rows) => ({ mentions: linked(rows, "properties", "commentId", "conceptId") }),
  },
  "save-relations": {
    askedBy: text("fromClaim"),
    foundAs: text("id"),
    lists: (rows) => {
      const of = (type: string) =>
        linked(
          rows.filter((row) => row.type === type),
          "properties",
          ...["fromClaim", "toClaim"],
        );
      return {
        respondsTo: of("RESPONDS_TO"),
        disagreesWith: of("DISAGREES_WITH"),
        refines: of("REFINES"),
        supports: of("SUPPORTS"),
      };
    },
  },
  "save-stances": {
    askedBy: text("targetId"),
    foundAs: text("id"),
    lists: (rows) => {
      const to = (kind: string) => rows.filter((row) => row.targetKind === kind);
      return {
        toClaims: linked(to("claim"), "properties", "authorId", "targetId"),
        claimsShown: having(to("claim"), "evidence", "targetId"),
        toConcepts: linked(to("concept"), "properties", "authorId", "targetId"),
        conceptsShown: having(to("concept"), "evidence", "targetId"),
      };
    },
  },
};
