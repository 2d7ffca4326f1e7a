import { basename } from "node:path";
import { z } from "zod";
import { type RelationKind, relationKinds } from "../../../src/model/relation.ts";
import { overlap, type Span } from "../../../src/model/span.ts";
import type { ScoredGraph } from "../map-to-graph.ts";

/** A pair of sentences that readers related, with the kinds that they gave. */
interface LabelledPair {
  readonly from: string;
  readonly to: string;
  readonly kinds: readonly RelationKind[];
}

/** Labels of relations between the sentences of a text. */
export interface GoldRelations {
  /** Pairs that both labellings gave; their kinds may differ. */
  readonly both: readonly LabelledPair[];
  /** Pairs that one labelling gave: to draw them is neither right nor wrong. */
  readonly single: readonly LabelledPair[];
  /** Kinds that the labels tell apart; relations of other kinds do not count. */
  readonly kinds: readonly RelationKind[];
  /** The sentence that each locution of a graph stands on, by the locution's id. */
  readonly sentencesIn: (graph: ScoredGraph) => ReadonlyMap<string, string>;
  /** The words of a sentence, for reading. */
  readonly textOf: (sentence: string) => string;
}

const Kind = z.enum(relationKinds);
const DumpLabels = z.object({
  file: z.string(),
  sentences: z.array(z.object({ id: z.string(), start: z.int(), end: z.int() })),
  relations: z.object({
    agreed: z.array(z.object({ from: z.string(), to: z.string(), kind: Kind })),
    single: z.array(z.object({ from: z.string(), to: z.string(), kind: z.string() })),
  }),
});
type DumpLabels = z.output<typeof DumpLabels>;

const ThreadPair = z.object({ from: z.string(), to: z.string(), kinds: z.array(Kind) });
const ThreadLabels = z.object({
  comments: z.array(
    z.object({
      id: z.string(),
      sentences: z.array(z.object({ id: z.string(), text: z.string(), quoted: z.boolean() })),
    }),
  ),
  relations: z.object({
    agreed: z.array(ThreadPair),
    pairOnly: z.array(ThreadPair),
    single: z.array(ThreadPair),
  }),
});
type ThreadLabels = z.output<typeof ThreadLabels>;

/**
 * Reads the relations of a labelled dump, whose sentences are places in the file. `supports` is not labelled
 * there.
 */
export function dumpRelations(labels: unknown, dump: string): GoldRelations {
  const { file, sentences, relations } = DumpLabels.parse(labels);
  const { agreed, single } = relations;
  return {
    both: agreed.map(({ from, to, kind }) => ({ from, to, kinds: [kind] })),
    single: single.map(({ from, to, kind }) => ({
      from,
      to,
      kinds: relationKinds.filter((one) => kind.includes(one)),
    })),
    kinds: relationKinds.filter((kind) => kind !== "supports"),
    sentencesIn: (graph) => placesInFile(graph, file, sentences),
    textOf: (id) => {
      const sentence = sentences.find((one) => one.id === id);
      return sentence === undefined ? "" : dump.slice(sentence.start, sentence.end);
    },
  };
}

/** The sentence with most characters in common, at least half of the shorter of the two. */
function placesInFile(
  graph: ScoredGraph,
  file: string,
  sentences: DumpLabels["sentences"],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { id, origin } of graph.locutions) {
    if (origin === null || basename(origin.file) !== file) continue;
    const best = mostOverlapping(sentences, origin);
    if (best === null) continue;
    const shorter = Math.min(origin.end - origin.start, best.end - best.start);
    if (overlap(origin, best) >= 0.5 * shorter) found.set(id, best.id);
  }
  return found;
}

function mostOverlapping<Place extends Span>(places: readonly Place[], span: Span): Place | null {
  let best: Place | null = null;
  let most = 0;
  for (const place of places) {
    const common = overlap(place, span);
    if (common > most) [best, most] = [place, common];
  }
  return best;
}

/** Reads the relations of a labelled thread, whose sentences are known by their words. */
export function threadRelations(labels: unknown): GoldRelations {
  const { comments, relations } = ThreadLabels.parse(labels);
  const sentences = comments.flatMap((comment) => comment.sentences);
  return {
    both: [...relations.agreed, ...relations.pairOnly],
    single: relations.single,
    kinds: relationKinds,
    sentencesIn: (graph) => sentencesByWords(graph, comments),
    textOf: (id) => sentences.find((one) => one.id === id)?.text ?? "",
  };
}

/** So much of the shorter of two sentences has to be in the other for them to be one. */
const leastShared = 0.6;

function sentencesByWords(
  graph: ScoredGraph,
  comments: ThreadLabels["comments"],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { id, sentences } of comments) {
    const comment = graph.comments.find(
      (one) => one.id.endsWith(id) || one.id.endsWith(id.replace(":", "-")),
    );
    if (comment === undefined) throw new Error(`the graph has no comment ${id}`);
    const own = sentences.filter(({ quoted }) => !quoted);
    for (const locution of graph.locutions) {
      if (locution.commentId !== comment.id) continue;
      const sentence = nearestByWords(wordsOf(locution.text), own);
      if (sentence !== null) found.set(locution.id, sentence);
    }
  }
  return found;
}

function nearestByWords(
  words: readonly string[],
  sentences: ThreadLabels["comments"][number]["sentences"],
): string | null {
  let best: string | null = null;
  let most = 0;
  for (const { id, text } of sentences) {
    const other = wordsOf(text);
    const known = new Set(other);
    const common = words.filter((word) => known.has(word)).length;
    const share = common / Math.min(words.length, other.length || 1);
    if (common >= Math.min(2, other.length) && share > most) [best, most] = [id, share];
  }
  return most >= leastShared ? best : null;
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize("NFKC")
    .replaceAll(/[“”]/gu, '"')
    .replaceAll(/[‘’]/gu, "'")
    .replaceAll(/[*_`>]/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
