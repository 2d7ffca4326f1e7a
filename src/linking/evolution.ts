import type { ProposedRelation } from "../model/extraction.ts";
import { compareStrings } from "../model/id.ts";
import type { Place } from "../model/span.ts";
import { stem, topicWeight } from "../text/frequent-words.ts";
import { type Profile, profileOf, Resemblance, wordsOf } from "../text/resemblance.ts";

/**
 * A claim on the line of its author. `concepts` are ids or keys of what it is about; any keys serve that are equal
 * for equal concepts.
 */
export interface TimelineClaim {
  readonly place: Place;
  readonly text: string;
  readonly concepts: readonly string[];
}

export interface RefinementOptions {
  /** Least confidence of a refinement that is proposed, 0 to 1. Default {@link leastRefinement}. */
  readonly threshold?: number;
  /** Index of the first claim that may refine; those before it may only be refined. Default 0. */
  readonly firstNew?: number;
}

/** Below this most pairs merely share a topic (`npm run eval -- gold`, evolution). */
const leastRefinement = 0.4;
/** The most that words in common may make us sure of. */
const mostConfidence = 0.65;
/** Fewer topic words than this say too little to be recognised elsewhere. */
const fewestTopicWords = 3;
/** Shares of concepts, of word pairs and of single words in the resemblance of two claims. */
const shares = { concepts: 0.3, pairs: 0.3, words: 0.4 } as const;

interface Prepared {
  readonly claim: TimelineClaim;
  readonly at: number;
  /** The words in the form in which a repetition is equal: it states the same claim and refines nothing. */
  readonly words: string;
  readonly profile: Profile;
  readonly pairs: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
}

/**
 * Finds claims with which an author takes up an older claim of theirs in another comment.
 *
 * A newer claim refines the older one that it resembles most, by concepts, by pairs of neighbouring topic words
 * ("goal misgeneralization") and by words, each weighing more the rarer it is on this line; and only where that older
 * claim has no better continuation in the same newer comment. Words cannot show that somebody changed their
 * mind in new words: few are found, and of those about half are right.
 *
 *     older  "Misgeneralized goals are rare."
 *     newer  "Misgeneralized goals are rare only while training is honest."   refines the older
 *
 * Quadratic in the claims that share a topic word; the caller bounds the window.
 *
 * @param claims - claims of one author, oldest first.
 * @returns relations from the newer to the older, in the order of the newer.
 */
export function proposeRefinements(
  claims: readonly TimelineClaim[],
  { threshold = leastRefinement, firstNew = 0 }: RefinementOptions = {},
): readonly ProposedRelation[] {
  const prepared = claims.map(prepare);
  const resemblance = new Resemblance(prepared.map(({ profile }) => profile));
  const rarity = { pairs: rarityOf(prepared, "pairs"), concepts: rarityOf(prepared, "concepts") };
  const near = (a: Prepared, b: Prepared): number =>
    resemblance.cosine(a.profile, b.profile) === 0
      ? 0
      : shares.concepts * weighedShare(a.concepts, b.concepts, rarity.concepts, claims.length) +
        shares.pairs * weighedShare(a.pairs, b.pairs, rarity.pairs, claims.length) +
        shares.words * resemblance.between(a.profile, b.profile);

  const best = new Map<string, { readonly from: Prepared; readonly to: Prepared; readonly score: number }>();
  for (const from of prepared) {
    if (from.at < firstNew || !speaksForItself(from)) continue;
    let choice: { to: Prepared; score: number } | null = null;
    for (const to of prepared) {
      if (to.at >= from.at) break;
      if (to.claim.place.commentId === from.claim.place.commentId || !speaksForItself(to)) continue;
      if (to.words === from.words) continue;
      const score = near(from, to);
      if (score > (choice?.score ?? 0)) choice = { to, score };
    }
    if (choice === null) continue;
    const key = `${from.claim.place.commentId} ${choice.to.at}`;
    if (choice.score > (best.get(key)?.score ?? 0)) best.set(key, { from, ...choice });
  }
  return [...best.values()]
    .map(({ from, to, score }) => ({ from, to, confidence: confidenceOf(score) }))
    .filter(({ confidence }) => confidence >= threshold)
    .toSorted((a, b) => a.from.at - b.from.at || a.to.at - b.to.at)
    .map(({ from, to, confidence }) => ({
      kind: "refines",
      attack: null,
      from: from.claim.place,
      to: to.claim.place,
      confidence,
      method: "own-claim-continued",
      evidence: [from.claim.place, to.claim.place],
    }));
}

function confidenceOf(score: number): number {
  return Math.round(Math.min(mostConfidence, 0.1 + 1.1 * score) * 1000) / 1000;
}

function prepare(claim: TimelineClaim, at: number): Prepared {
  const words = wordsOf(claim.text);
  const stems = words.map(stem);
  const topical = stems.filter((word) => topicWeight(word) >= 0.5);
  const pairs = new Set<string>();
  for (const [i, word] of topical.entries()) {
    const next = topical[i + 1];
    if (next !== undefined) pairs.add([word, next].toSorted(compareStrings).join(" "));
  }
  return {
    claim,
    at,
    words: words.join(" "),
    profile: profileOf(claim.text),
    pairs,
    concepts: new Set(claim.concepts),
  };
}

function speaksForItself({ profile }: Prepared): boolean {
  let topical = 0;
  for (const word of profile.counts.keys()) if (topicWeight(word) >= 0.5) topical++;
  return topical >= fewestTopicWords;
}

type Keyed = "pairs" | "concepts";

/** How rare each key is on the line: ln(1 + claims / claims that hold it). */
function rarityOf(prepared: readonly Prepared[], keyed: Keyed): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of prepared) for (const key of one[keyed]) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Map([...counts].map(([key, count]) => [key, Math.log(1 + prepared.length / count)]));
}

/** So many rare keys on each side count as enough to compare; with fewer, what is common counts for less. */
const enoughKeys = 3;

/** Weight of the common keys, of the mean weight of both sets or of {@link enoughKeys} rare keys: 0 to 1. */
function weighedShare(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  rarity: ReadonlyMap<string, number>,
  claims: number,
): number {
  const weigh = (keys: Iterable<string>): number => {
    let sum = 0;
    for (const key of keys) sum += rarity.get(key) ?? 0;
    return sum;
  };
  const common = weigh([...a].filter((key) => b.has(key)));
  const least = enoughKeys * Math.log(1 + claims);
  return common === 0 ? 0 : common / Math.max(least, Math.sqrt(weigh(a) * weigh(b)));
}
