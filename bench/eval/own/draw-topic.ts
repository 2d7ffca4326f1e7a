import type { Extractor } from "../../../src/extraction/extractor.ts";
import { byId, compareStrings } from "../../../src/model/id.ts";
import type { RelationKind } from "../../../src/model/relation.ts";
import { mapText } from "../../../test/support/map-text.ts";
import type { ScoredGraph } from "../map-to-graph.ts";
import { nearestSentence, type Post, placeSentences } from "./posts.ts";

/** A relation between two numbered sentences. */
export interface DrawnRelation {
  readonly from: string;
  readonly to: string;
  readonly kind: RelationKind;
  readonly confidence: number;
  readonly method: string;
}

/** What a graph says of a topic, in the numbers of its sentences. */
export interface DrawnTopic {
  readonly claims: ReadonlySet<string>;
  /** At most one for an ordered pair: the most confident. */
  readonly relations: readonly DrawnRelation[];
  /** The labels of each concept, the most salient concept first. */
  readonly concepts: readonly (readonly string[])[];
}

/**
 * Maps the comments of one topic alone, in memory, by the whole pipeline; by the rules where no extractor is
 * given.
 */
export async function mapTopic(name: string, thread: string, extractor?: Extractor): Promise<ScoredGraph> {
  const options = extractor === undefined ? {} : { extractor };
  const { known, diagnostics } = await mapText({ [`${name}.jsonl`]: thread }, undefined, options);
  const [problem] = diagnostics.filter(({ severity }) => severity === "error");
  if (problem) throw new Error(`${name}: ${problem.message}`);
  const versions = [...known.versionMap.values()];
  const mentions = [...known.mentionMap.values()];
  return {
    comments: [...known.commentMap.values()].sort(byId).map((comment) => ({
      ...comment,
      versions: versions.filter(({ commentId }) => commentId === comment.id),
      language: null,
      fingerprint: null,
      terms: [],
    })),
    quotes: [...known.quoteMap.values()].sort(byId),
    locutions: [...known.locutionMap.values()].sort(byId),
    concepts: [...known.conceptMap.values()].sort(byId).map((concept) => ({
      ...concept,
      mentions: mentions
        .filter(({ conceptId }) => conceptId === concept.id)
        .map(({ conceptId: _, ...mention }) => mention),
    })),
    relations: [...known.relationMap.values()].sort(byId),
  };
}

/**
 * Puts what a graph holds in the terms of the labels.
 *
 * A locution is the sentence with which it shares most characters, the earlier one of equals. Words inside a
 * quote are none of the author's and the labels say nothing of them, so they and their relations are left
 * out. So is a relation inside one sentence.
 */
export function drawTopic(graph: ScoredGraph, posts: readonly Post[]): DrawnTopic {
  const comments = graph.comments.filter(({ status }) => status !== "stub").sort((a, b) => a.seq - b.seq);
  if (comments.length !== posts.length)
    throw new Error(`${comments.length} comments for ${posts.length} posts: number the gold set anew`);
  const placed = new Map(
    comments.map(({ id, text }, index) => {
      const post = posts[index];
      return [id, post ? placeSentences(post, text) : []] as const;
    }),
  );
  const sentenceOf = new Map<string, string>();
  for (const { id, commentId, span, quoteId } of graph.locutions) {
    const sentence = quoteId === null ? nearestSentence(placed.get(commentId) ?? [], span) : null;
    if (sentence !== null && !sentence.isQuoted) sentenceOf.set(id, sentence.id);
  }
  return {
    claims: new Set(sentenceOf.values()),
    relations: drawnRelations(graph, sentenceOf),
    concepts: [...graph.concepts]
      .sort((a, b) => b.salience - a.salience || compareStrings(a.prefLabel, b.prefLabel))
      .map(({ labels }) => labels),
  };
}

function drawnRelations(
  graph: ScoredGraph,
  sentenceOf: ReadonlyMap<string, string>,
): readonly DrawnRelation[] {
  const byPair = new Map<string, DrawnRelation>();
  for (const { kind, from, to, confidence, method } of graph.relations) {
    const [start, end] = [sentenceOf.get(from), sentenceOf.get(to)];
    if (start === undefined || end === undefined || start === end) continue;
    const before = byPair.get(`${start} ${end}`);
    if (before && before.confidence >= confidence) continue;
    byPair.set(`${start} ${end}`, { from: start, to: end, kind, confidence, method });
  }
  return [...byPair.keys()].sort(compareStrings).flatMap((pair) => byPair.get(pair) ?? []);
}
