import { assertNever } from "../errors.ts";
import { parseTerm } from "../model/claim.ts";
import type { Comment } from "../model/comment.ts";
import { fingerprintsOf, type GraphElement, type GraphRecord } from "../model/graph.ts";
import { compareStrings } from "../model/id.ts";
import type { Known } from "../model/known.ts";
import { layerOf } from "../model/layer.ts";
import { ChangeBuilder } from "./change-builder.ts";
import { stubOf } from "./stub.ts";

/**
 * Plans how elements of a graph JSON stand in the store: as they are, by their ids.
 *
 * Read into an empty store they give the same graph again. A comment that the store knows already keeps its
 * place in the order of import, a new one keeps the file's when that is free. A parent that comes later in
 * the file stands as a stub until then.
 *
 * @param nextSeq - the `seq` that the next new comment takes when its own is not free.
 */
export async function placeGraph(
  records: readonly GraphRecord[],
  known: Known,
  nextSeq: number,
): Promise<{ change: ChangeBuilder; nextSeq: number }> {
  const change = new ChangeBuilder();
  const comments = records.flatMap((one) => (one.array === "comments" ? [one.element] : []));
  const ids = comments.flatMap(({ id, parentId }) => (parentId === null ? [id] : [id, parentId]));
  const stored = new Map((await known.comments([...new Set(ids)])).map((comment) => [comment.id, comment]));
  const here = new Set([...stored.keys(), ...comments.map(({ id }) => id)]);
  let seq = nextSeq;
  for (const element of comments) {
    const comment = {
      ...commentOf(element),
      seq: stored.get(element.id)?.seq ?? Math.max(element.seq, nextSeq),
    };
    seq = Math.max(seq, comment.seq + 1);
    if (element.parentId !== null && !here.has(element.parentId)) {
      here.add(element.parentId);
      change.add(
        "save-comments",
        stubOf(element.parentId, comment.threadId, comment.order.source, comment.seq),
      );
    }
    change.add("save-comments", comment);
    addPartsOf(element, change);
  }
  if (comments.length > 0) await addLayers(comments, known, change);
  for (const record of records) if (record.array !== "comments") addRecord(record, change);
  return { change, nextSeq: seq };
}

/** Adds the layers that the store has not heard of; when each was used last no file tells. */
async function addLayers(
  comments: readonly GraphElement<"comments">[],
  known: Known,
  change: ChangeBuilder,
): Promise<void> {
  const stored = new Set((await known.layers()).map(({ id }) => id));
  const brought = new Set(comments.flatMap(fingerprintsOf).map(layerOf));
  const fresh = [...brought].filter((id) => !stored.has(id)).sort(compareStrings);
  change.add("save-layers", ...fresh.map((id) => ({ id, rank: 0 })));
}

function commentOf(element: GraphElement<"comments">): Comment {
  const {
    versions: _versions,
    terms: _terms,
    termLayers: _termLayers,
    language: _language,
    fingerprint: _fingerprint,
    fingerprints: _fingerprints,
    ...comment
  } = element;
  return comment;
}

function addPartsOf(element: GraphElement<"comments">, change: ChangeBuilder): void {
  const { id: commentId, versions, terms, termLayers, language } = element;
  change.add("save-versions", ...versions.map((version) => ({ ...version, commentId })));
  const layers = termLayers && { layers: termLayers };
  if (terms.length > 0) change.add("save-terms", { commentId, terms: terms.map(parseTerm), ...layers });
  const fingerprints = fingerprintsOf(element);
  if (fingerprints.length > 0) change.add("save-extracted", { commentId, fingerprints, language });
}

function addRecord(record: Exclude<GraphRecord, { array: "comments" }>, change: ChangeBuilder): void {
  switch (record.array) {
    case "sources":
      change.add("save-sources", record.element);
      break;
    case "authors":
      change.add("save-authors", record.element);
      break;
    case "threads":
      change.add("save-threads", record.element);
      break;
    case "quotes":
      change.add("save-quotes", record.element);
      break;
    case "concepts": {
      const { mentions, ...concept } = record.element;
      change.add("save-concepts", concept);
      change.add("save-mentions", ...mentions.map((mention) => ({ ...mention, conceptId: concept.id })));
      break;
    }
    case "claims": {
      const { conceptIds, ...claim } = record.element;
      change.add("save-claims", claim);
      change.add("save-abouts", { claimId: claim.id, conceptIds });
      break;
    }
    case "locutions":
      change.add("save-locutions", record.element);
      break;
    case "relations":
      change.add("save-relations", record.element);
      break;
    case "stances":
      change.add("save-stances", record.element);
      break;
    case "corrections":
      change.add("save-corrections", record.element);
      break;
    default:
      assertNever(record);
  }
}
