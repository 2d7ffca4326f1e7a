import type { GraphElement } from "../../src/model/graph.ts";
import { locutionId, relationId } from "../../src/model/id.ts";
import { segment } from "../../src/segmentation/segment.ts";
import { toOrigin } from "../../src/text/offset-map.ts";
import type { ScoredGraph } from "./map-to-graph.ts";

type Locution = GraphElement<"locutions">;
type Relation = GraphElement<"relations">;

/**
 * What a program without ideas would draw on the same comments: every sentence is a claim, each refines the one
 * before it, or responds to it where that one is quoted; the first of a reply responds to the last of its parent.
 * Boundaries, quotes and concepts are ours.
 */
export function baselineGraph(graph: ScoredGraph): ScoredGraph {
  const locutions: Locution[] = [];
  const relations: Relation[] = [];
  const last = new Map<string, Locution>();
  const ordered = [...graph.comments].sort((a, b) => a.seq - b.seq);
  for (const comment of ordered) {
    const quotes = graph.quotes.filter(
      (quote) =>
        quote.commentId === comment.id && quote.version === comment.version && quote.how !== "inline",
    );
    let previous: Locution | null = comment.parentId === null ? null : (last.get(comment.parentId) ?? null);
    for (const { span, quoteId } of segment(comment.text, quotes)) {
      const locution = locutionAt(comment, span, quoteId);
      locutions.push(locution);
      if (previous !== null && quoteId === null) {
        const isOwn = previous.commentId === comment.id && previous.quoteId === null;
        relations.push(relation(isOwn ? "refines" : "responds-to", locution, previous));
      }
      previous = locution;
      if (quoteId === null) last.set(comment.id, locution);
    }
  }
  return { ...graph, locutions, relations };
}

function locutionAt(
  comment: GraphElement<"comments">,
  span: Locution["span"],
  quoteId: string | null,
): Locution {
  const offsets = comment.versions.find(({ id }) => id === comment.version)?.offsets ?? [];
  const id = locutionId(comment.id, comment.version, span.start, span.end);
  return {
    id,
    commentId: comment.id,
    version: comment.version,
    span,
    text: comment.text.slice(span.start, span.end),
    leadIn: null,
    quoteId,
    speaker: quoteId === null ? comment.authorId : null,
    createdAt: comment.createdAt,
    claimId: id,
    origin: comment.origin && { ...comment.origin, ...toOrigin(offsets, span) },
  };
}

function relation(kind: "refines" | "responds-to", from: Locution, to: Locution): Relation {
  return {
    kind,
    id: relationId("baseline", from.id, to.id),
    from: from.id,
    to: to.id,
    fromClaim: from.id,
    toClaim: to.id,
    confidence: 0.2,
    method: "neighbour",
    evidence: [],
    extractor: "baseline",
    speaker: from.speaker,
    createdAt: null,
  };
}
