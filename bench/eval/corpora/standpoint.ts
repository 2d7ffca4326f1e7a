import { featuresOf } from "../../../src/extraction/rules/claims/features.ts";
import { readSegments } from "../../../src/extraction/rules/claims/read-segments.ts";
import { scoreOf } from "../../../src/extraction/rules/claims/score.ts";
import { loadTagger } from "../../../src/extraction/rules/terms/tagger.ts";
import type { SegmentedComment } from "../../../src/model/segment.ts";
import { standpointWeights } from "./standpoint-weights.ts";

/**
 * What a sentence scores that is a standpoint as likely as not. The weights are learned from threads in which
 * two of five sentences are taken up by others or backed by reasons; in most texts one of eight is.
 */
const evenScore = 1;

/**
 * How probable it is that a comment has a sentence on which its text turns: a side taken on the topic, which
 * others take up and reasons are given for. A claim may be far less, anything that another person could deny.
 */
export async function standpointOf(comment: SegmentedComment): Promise<number> {
  const tag = await loadTagger();
  const scores = readSegments(comment, tag).map((reading) => scoreOf(featuresOf(reading), standpointWeights));
  return scores.length === 0 ? 0 : 1 / (1 + Math.exp(evenScore - Math.max(...scores)));
}
