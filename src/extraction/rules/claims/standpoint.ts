import type { SegmentedComment } from "../../../model/segment.ts";
import { loadTagger } from "../terms/tagger.ts";
import { featuresOf } from "./features.ts";
import { readSegments } from "./read-segments.ts";
import { scoreOf } from "./score.ts";
import { standpointWeights } from "./weights.ts";

/**
 * What a sentence scores that is a standpoint as likely as not. The weights are learned from threads in which two of
 * five sentences are taken up by others or backed by reasons; in most texts one of eight is.
 */
const evenScore = 1;

/**
 * How probable it is that a comment has a sentence on which its text turns: a side taken on the topic, which others
 * take up and reasons are given for. A claim may be far less, anything that another person could deny.
 */
export async function standpointOf(comment: SegmentedComment): Promise<number> {
  const tag = await loadTagger();
  const scores = readSegments(comment, tag).map((reading) => scoreOf(featuresOf(reading), standpointWeights));
  return scores.length === 0 ? 0 : 1 / (1 + Math.exp(evenScore - Math.max(...scores)));
}
