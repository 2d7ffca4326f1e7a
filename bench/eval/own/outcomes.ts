import type { Counts } from "../counts.ts";
import type { DrawnRelation, DrawnTopic } from "./draw-topic.ts";
import {
  agreedKind,
  formsOf,
  isAgreedPair,
  isShared,
  type MergedLabels,
  type MergedRelation,
} from "./merge-labels.ts";
import { type Post, postOf } from "./posts.ts";

/** One thing that was found or should have been, in the comment to which it belongs. */
export interface Outcome {
  readonly topic: string;
  /** The post, with its topic before it: what the bootstrap draws again. */
  readonly comment: string;
  readonly counts: Counts;
}

/**
 * A pair of sentences that is drawn, agreed, or both.
 *
 * `labels` is null for a pair that neither reader gave, `drawn` for one that was missed. Pairs that one
 * reader gave are in no list. `counts` are those of the pair, whatever its kind.
 */
export interface PairOutcome extends Outcome {
  readonly labels: MergedRelation | null;
  readonly drawn: DrawnRelation | null;
}

/** Everything that is counted of one topic. */
export interface TopicOutcomes {
  readonly claims: readonly Outcome[];
  readonly pairs: readonly PairOutcome[];
  /** Pairs of posts by two people, the answering one and the one answered. */
  readonly postPairs: readonly Outcome[];
  /** The concepts by rank, as many as the readers agreed on. */
  readonly firstConcepts: Counts;
  /** The agreed concepts against all drawn ones; what was drawn in excess is not counted. */
  readonly concepts: Counts;
}

const right: Counts = { right: 1, wrong: 0, missed: 0 };
const wrong: Counts = { right: 0, wrong: 1, missed: 0 };
const missed: Counts = { right: 0, wrong: 0, missed: 1 };

/** Holds what was drawn of a topic against what its readers agreed on. */
export function outcomesOf(
  topic: string,
  posts: readonly Post[],
  labels: MergedLabels,
  drawn: DrawnTopic,
): TopicOutcomes {
  const at = (sentence: string) => ({ topic, comment: `${topic} ${postOf(sentence)}` });
  const claims = [...new Set([...labels.claims, ...drawn.claims])]
    .filter((id) => !labels.disputedClaims.has(id))
    .map((id) => ({ ...at(id), counts: judge(labels.claims.has(id), drawn.claims.has(id)) }));
  const drawnByPair = new Map(drawn.relations.map((one) => [`${one.from} ${one.to}`, one]));
  const pairs: PairOutcome[] = [];
  for (const pair of new Set([...labels.relations.keys(), ...drawnByPair.keys()])) {
    const given = labels.relations.get(pair) ?? null;
    const found = drawnByPair.get(pair) ?? null;
    const from = (given ?? found)?.from;
    if (from === undefined || (given !== null && !isAgreedPair(given))) continue;
    const counts = judge(given !== null, found !== null);
    pairs.push({ ...at(from), labels: given, drawn: found, counts });
  }
  return {
    claims,
    pairs,
    postPairs: postPairs(topic, posts, labels, drawn),
    ...conceptCounts(labels, drawn),
  };
}

function judge(isWanted: boolean, isFound: boolean): Counts {
  if (isWanted && isFound) return right;
  return isWanted ? missed : wrong;
}

function postPairs(
  topic: string,
  posts: readonly Post[],
  labels: MergedLabels,
  drawn: DrawnTopic,
): readonly Outcome[] {
  const authors = new Map(posts.map(({ id, author }) => [id, author]));
  const across = (relations: readonly { readonly from: string; readonly to: string }[]): Set<string> =>
    new Set(
      relations
        .map(({ from, to }) => [postOf(from), postOf(to)] as const)
        .filter(([from, to]) => authors.get(from) !== authors.get(to))
        .map((pair) => pair.join(" ")),
    );
  const given = [...labels.relations.values()];
  const a = across(given.filter(({ kinds }) => kinds[0] !== null));
  const b = across(given.filter(({ kinds }) => kinds[1] !== null));
  const found = across(drawn.relations);
  return [...new Set([...a, ...b, ...found])]
    .filter((pair) => a.has(pair) === b.has(pair))
    .map((pair) => ({
      topic,
      comment: `${topic} ${pair.slice(0, pair.indexOf(" "))}`,
      counts: judge(a.has(pair), found.has(pair)),
    }));
}

function conceptCounts(
  { concepts }: MergedLabels,
  drawn: DrawnTopic,
): Pick<TopicOutcomes, "firstConcepts" | "concepts"> {
  const agreed = concepts.filter(({ isAgreed }) => isAgreed);
  const forms = drawn.concepts.map(formsOf);
  const first = forms.slice(0, agreed.length);
  const isNamed = (form: ReadonlySet<string>): boolean => concepts.some((one) => isShared(one.forms, form));
  const hits = first.filter((form) => agreed.some((one) => isShared(one.forms, form))).length;
  const found = agreed.filter((one) => forms.some((form) => isShared(one.forms, form))).length;
  return {
    firstConcepts: { right: hits, wrong: first.filter((form) => !isNamed(form)).length, missed: 0 },
    concepts: { right: found, wrong: 0, missed: agreed.length - found },
  };
}

/**
 * What a pair counts for when its kind is asked as well.
 *
 * A kind that both readers gave is right or missed. Where they differ, either of theirs is neither right nor
 * wrong, and a third kind is wrong. A right pair with a wrong kind is wrong and missed at once.
 */
export function kindCounts({ labels, drawn }: PairOutcome): Counts {
  const wanted = labels === null ? null : agreedKind(labels);
  if (labels !== null && wanted === null) {
    const isOneOfTheirs = drawn === null || labels.kinds.includes(drawn.kind);
    return { right: 0, wrong: isOneOfTheirs ? 0 : 1, missed: 0 };
  }
  if (wanted !== null && drawn?.kind === wanted) return right;
  return { right: 0, wrong: drawn === null ? 0 : 1, missed: wanted === null ? 0 : 1 };
}
