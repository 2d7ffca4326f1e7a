import { assertNever } from "../errors.ts";
import type { Write } from "../model/change.ts";
import { formatTerm } from "../model/claim.ts";
import type { Quote } from "../model/quote.ts";
import { relationshipType } from "../model/relation.ts";
import {
  authorRow,
  claimRow,
  commentRow,
  conceptRow,
  correctionRow,
  locutionRow,
  mentionRow,
  omit,
  pick,
  quoteRow,
  relationRow,
  sourceRow,
  stanceRow,
  threadRow,
  versionRow,
} from "./rows.ts";
import type { Row } from "./store.ts";

/**
 * The rows of a write, as the statements of `cypher/writes/<write>.cypher` take them.
 *
 * Of several rows for one key the last stands, so that a statement never meets a record twice.
 */
export function writtenRows(write: Write): readonly Row[] {
  return [...new Map(keyedRows(write).map((one) => [one.key, one.row])).values()];
}

interface KeyedRow {
  readonly key: string;
  readonly row: Row;
}

function keyedRows(write: Write): readonly KeyedRow[] {
  switch (write.write) {
    case "save-sources":
      return nodes(write.rows.map(sourceRow.write));
    case "save-authors":
      return nodes(write.rows.map(authorRow.write));
    case "save-threads":
      return nodes(write.rows.map(threadRow.write));
    case "save-claims":
      return nodes(write.rows.map(claimRow.write));
    case "save-corrections":
      return nodes(write.rows.map(correctionRow.write));
    case "save-comments":
      return nodes(write.rows.map(commentRow.write), "authorId", "threadId", "parentId");
    case "save-locutions":
      return nodes(write.rows.map(locutionRow.write), "commentId", "speaker", "claimId");
    case "save-concepts":
      return write.rows.map((concept) => ({
        key: concept.id,
        row: { id: concept.id, broader: concept.broader, properties: conceptRow.write(concept) },
      }));
    case "save-versions":
      return write.rows.map((version) => {
        const key = `${version.commentId} ${version.id}`;
        return { key, row: { key, commentId: version.commentId, properties: versionRow.write(version) } };
      });
    case "save-quotes":
      return write.rows.map(quoteKeyed);
    case "save-relations":
      return write.rows.map((relation) => {
        const row = relationRow.write(relation);
        const ends = pick(row, "fromClaim", "toClaim", "fromLocution", "toLocution");
        const properties = omit(row, "fromClaim", "toClaim", "kind");
        return keyed(relation.id, { type: relationshipType(relation.kind), ...ends, properties });
      });
    case "save-stances":
      return write.rows.map((stance) => {
        const row = stanceRow.write(stance);
        const ends = pick(row, "authorId", "targetKind", "targetId", "evidence");
        return keyed(stance.id, { ...ends, properties: omit(row, "authorId", "targetKind", "targetId") });
      });
    case "save-mentions":
      return write.rows.map((mention) => {
        const row = mentionRow.write(mention);
        const ends = pick(row, "commentId", "conceptId");
        return keyed(mention.id, { ...ends, properties: omit(row, "commentId", "conceptId") });
      });
    case "save-paragraphs":
      return write.rows.map(({ commentId, keys }) => ({ key: commentId, row: { commentId, keys } }));
    case "save-terms":
      return write.rows.map(({ commentId, terms, layers = null }) => ({
        key: commentId,
        row: { commentId, terms: terms.map(formatTerm), layers },
      }));
    case "save-extracted":
      return write.rows.map(({ commentId, fingerprints, language }) => ({
        key: commentId,
        row: { commentId, fingerprints, language },
      }));
    case "save-layers":
      return write.rows.map(({ id, rank, glossary = [] }) =>
        keyed(id, {
          rank,
          glossary: glossary.length === 0 ? null : glossary.map((one) => JSON.stringify(one)),
        }),
      );
    case "mark-layer":
    case "remove-layer":
      return write.rows.map(({ commentId, extractor }) => ({
        key: `${commentId} ${extractor}`,
        row: { commentId, extractor },
      }));
    case "save-abouts":
      return write.rows.map(({ claimId, conceptIds }) => ({ key: claimId, row: { claimId, conceptIds } }));
    case "forget-extracted":
    case "remove-extractions":
    case "remove-quotes":
    case "remove-paragraphs":
      return write.rows.map(({ commentId }) => ({ key: commentId, row: { commentId } }));
    case "remove-relations":
      return write.rows.map(({ id, fromClaim }) => keyed(id, { fromClaim }));
    case "remove-mentions":
      return write.rows.map(({ id, commentId }) => keyed(id, { commentId }));
    case "remove-stances":
      return write.rows.map(({ id, targetKind, targetId }) => keyed(id, { targetKind, targetId }));
    case "remove-claims":
    case "remove-concepts":
    case "remove-corrections":
    case "remove-comments":
    case "remove-threads":
    case "remove-authors":
    case "remove-sources":
      return write.rows.map(({ id }) => ({ key: id, row: { id } }));
    case "remove-versions":
      return write.rows.map(({ commentId, id }) => {
        const key = `${commentId} ${id}`;
        return { key, row: { key } };
      });
    default:
      return assertNever(write);
  }
}

function keyed(id: string, row: Row): KeyedRow {
  return { key: id, row: { id, ...row } };
}

/** Rows of nodes: the id and some references beside the properties, for the statements to match on. */
function nodes(rows: readonly Row[], ...references: readonly string[]): readonly KeyedRow[] {
  return rows.map((properties) => {
    const id = String(properties.id);
    return { key: id, row: Object.assign(pick(properties, ...references), { id, properties }) };
  });
}

/**
 * The relationship between two comments repeats the places of the quote, so that a query need not meet its
 * node.
 */
function quoteKeyed(quote: Quote): KeyedRow {
  const properties = quoteRow.write(quote);
  const places = [
    ...["id", "version", "start", "end", "how", "score", "sourceVersion", "sourceStart", "sourceEnd"],
    ...["answerStart", "answerEnd"],
  ];
  return keyed(quote.id, {
    commentId: quote.commentId,
    sourceComment: quote.source?.commentId ?? null,
    properties,
    link: pick(properties, ...places),
  });
}
