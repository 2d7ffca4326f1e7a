import winkModel from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { shippedGlossary } from "../../src/extraction/rules/glossary.ts";
import { rules } from "../../src/extraction/rules/rules-extractor.ts";
import type { SegmentedComment } from "../../src/model/segment.ts";
import { batches } from "../../src/pipeline/batches.ts";
import { retainedBytes } from "../../test/support/heap.ts";
import type { ForumComment } from "../support/shared-corpus.ts";
import { timed } from "../support/timing.ts";
import { cutAhead, ForumReader } from "./forum-reader.ts";

/** So many comments are extracted, then the same are tagged, in turns. */
const commentsPerTurn = 250;
/** So many are read together, as in the pipeline. */
const commentsAhead = 16;
/** A collection makes what follows it slower, so memory is looked at seldom. */
const commentsPerHeap = 2000;

export interface WholeCost {
  readonly comments: number;
  readonly segments: number;
  readonly relations: number;
  /** Of the processor: segmenting and extracting, and wink alone on the same segments. */
  readonly seconds: number;
  readonly taggingSeconds: number;
  /** What is retained after each 2,000 comments, once garbage is collected. */
  readonly heapMb: readonly number[];
}

/** Extracts comments in order and, beside that, only tags their segments; the first `warmUp` are not counted. */
export async function measureWhole(
  comments: AsyncIterable<ForumComment>,
  warmUp: number,
): Promise<WholeCost> {
  const extractor = await rules({ glossary: shippedGlossary });
  const tag = bareTagger();
  const reader = new ForumReader();
  const cost = { comments: 0, segments: 0, relations: 0, seconds: 0, taggingSeconds: 0 };
  const heapMb: number[] = [];
  let seen = 0;
  for await (const turn of batches(comments, commentsPerTurn)) {
    const cutComments: SegmentedComment[] = [];
    let relations = 0;
    const whole = await timed(async () => {
      for (let start = 0; start < turn.length; start += commentsAhead) {
        const ahead = turn.slice(start, start + commentsAhead).map((comment) => cutAhead(comment, reader));
        extractor.readAhead?.(ahead.map(({ segmented }) => segmented));
        for (const { uncut, segmented } of ahead) {
          const extraction = await extractor.extract(segmented, reader.contextOf(uncut));
          reader.keep(segmented, extraction.statements);
          cutComments.push(segmented);
          relations += extraction.relations.length;
        }
      }
    });
    const tagging = await timed(async () => {
      for (const { text, segments } of cutComments)
        for (const { span } of segments) tag(text.slice(span.start, span.end));
    });
    seen += turn.length;
    if (seen <= warmUp) continue;
    cost.comments += turn.length;
    cost.segments += cutComments.reduce((sum, { segments }) => sum + segments.length, 0);
    cost.relations += relations;
    cost.seconds += whole.cpuSeconds;
    cost.taggingSeconds += tagging.cpuSeconds;
    if (cost.comments >= (heapMb.length + 1) * commentsPerHeap) heapMb.push(retainedBytes() / 1e6);
  }
  return { ...cost, heapMb };
}

/** What wink-nlp does for a part of speech of each word, and nothing of ours. */
function bareTagger(): (words: string) => void {
  const wink = winkNLP(winkModel, ["pos"]);
  const { value, pos } = wink.its;
  return (words) => {
    const tokens = wink.readDoc(words).tokens();
    tokens.out(value);
    tokens.out(pos);
  };
}
