import type { Extractor } from "../../../src/extraction/extractor.ts";
import { baselineGraph } from "../baseline.ts";
import { type Agreement, agreementOf } from "./agreement.ts";
import { drawTopic, mapTopic } from "./draw-topic.ts";
import { readTopic, type Topic } from "./labels.ts";
import { type MergedLabels, mergeLabels } from "./merge-labels.ts";
import { outcomesOf, type TopicOutcomes } from "./outcomes.ts";
import { type OwnScores, scoresOf } from "./scores.ts";

/** One topic with what was counted of it, ours and the baseline's. */
export interface MeasuredTopic {
  readonly topic: Topic;
  readonly labels: MergedLabels;
  readonly ours: TopicOutcomes;
  readonly baseline: TopicOutcomes;
}

/** The figures of the gold set. */
export interface OwnFigures {
  readonly agreement: Agreement;
  readonly topics: Readonly<Record<string, { readonly ours: OwnScores; readonly baseline: OwnScores }>>;
  readonly sum: { readonly ours: OwnScores; readonly baseline: OwnScores };
}

/** Maps each topic alone and holds it, and what the baseline draws on the same comments, against the labels. */
export async function measureOwn(
  names: readonly string[],
  extractor: Extractor,
): Promise<readonly MeasuredTopic[]> {
  const measured: MeasuredTopic[] = [];
  for (const name of names) {
    const topic = await readTopic(name);
    const labels = mergeLabels(topic.a, topic.b);
    const graph = await mapTopic(name, topic.thread, extractor);
    const judge = (drawn: typeof graph): TopicOutcomes =>
      outcomesOf(name, topic.posts, labels, drawTopic(drawn, topic.posts));
    measured.push({ topic, labels, ours: judge(graph), baseline: judge(baselineGraph(graph)) });
  }
  return measured;
}

export function figuresOf(measured: readonly MeasuredTopic[]): OwnFigures {
  const scores = (some: readonly MeasuredTopic[]) => ({
    ours: scoresOf(some.map(({ ours }) => ours)),
    baseline: scoresOf(some.map(({ baseline }) => baseline)),
  });
  return {
    agreement: agreementOf(measured.map(({ labels }) => labels)),
    topics: Object.fromEntries(measured.map((one) => [one.topic.name, scores([one])])),
    sum: scores(measured),
  };
}
