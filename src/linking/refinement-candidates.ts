import { compareStrings } from "../model/id.ts";
import type { Place } from "../model/span.ts";
import { stem, topicWeight } from "../text/frequent-words.ts";
import { itemsReferredTo, wordsQuoted } from "../text/references.ts";
import { type Profile, profileOf, Resemblance, wordsOf } from "../text/resemblance.ts";
import { firstFrom } from "../text/rising.ts";
import { foldText } from "../text/tokens.ts";
import { type RefinementCue, refinementCues } from "./refinement-cues.ts";

/**
 * A claim on the line of its author. `concepts` are ids or keys of what it is about; any keys serve that are equal
 * for equal concepts. `mark` is the number or letter of the list item that it opens; null where it opens none.
 */
export interface TimelineClaim {
  readonly place: Place;
  readonly text: string;
  readonly concepts: readonly string[];
  readonly mark: string | null;
}

/** The comment that a comment of the line answers. */
export interface Answered {
  readonly text: string;
  readonly parentId: string | null;
}

export interface Line {
  /** Claims of one author, oldest first. */
  readonly claims: readonly TimelineClaim[];
  /** What each comment of the newer claims answers, by its id, as far as it is known. */
  readonly answered: ReadonlyMap<string, Answered>;
  /** Index of the first claim that may refine; those before it may only be refined. */
  readonly firstNew: number;
}

export type Features = Readonly<Record<string, number>>;

/** A newer claim, and the older ones that it may continue, by their index on the line. */
export interface Continuation {
  readonly from: number;
  readonly candidates: readonly { readonly to: number; readonly features: Features }[];
}

/** Shares of concepts, of word pairs and of single words in how near two claims are. */
const shares = { concepts: 0.3, pairs: 0.3, words: 0.4 } as const;
/** From where to where nearness alone tells more and more of a continuation (`npm run eval -- own`). */
const [leastTelling, mostTelling] = [0.2, 0.3];
/** So many claims before a comment may be continued in it, so that two very long comments do not stall a run. */
const mostOlder = 600;
/** Fewer topic words than this say too little to be recognised elsewhere. */
const fewestTopicWords = 3;
/** So many rare keys on each side count as enough to compare; with fewer, what is common counts for less. */
const enoughKeys = 3;

interface Prepared {
  readonly claim: TimelineClaim;
  readonly at: number;
  /** The number of its comment on the line, and of the claim in its comment. */
  readonly comment: number;
  readonly isHead: boolean;
  readonly words: string;
  readonly topicWords: number;
  readonly profile: Profile;
  readonly pairs: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
  readonly cues: ReadonlySet<RefinementCue>;
  readonly refersTo: ReadonlySet<string>;
  readonly quotes: readonly string[];
}

/**
 * Finds for each newer claim the older ones of other comments that it may continue, with what speaks for each.
 *
 * A candidate shares a topic word with the newer claim, or stands in the comment whose answer the newer
 * comment answers (somebody objected, and the author comes back to it), or is the list item or the words that
 * the newer claim names. A repetition is none.
 *
 * Linear in the newer claims, each of which is held against those of at most {@link mostOlder} older ones
 * that may be candidates. What a comment answers is read once for all its claims.
 */
export function* continuations({ claims, answered, firstNew }: Line): Generator<Continuation> {
  const prepared = prepareAll(claims);
  const measure = new Nearness(prepared);
  const headOf = prepared.flatMap(({ isHead, at }) => (isHead ? at : []));
  const older = new OlderClaims(prepared, measure.words);
  let above: ReadonlySet<string> = new Set();
  let comment = -1;
  for (const from of prepared) {
    if (from.at < firstNew) continue;
    const answers = answered.get(from.claim.place.commentId) ?? null;
    const around = profileOf(
      prepared
        .slice(Math.max(0, from.at - 1), from.at + 2)
        .filter((near) => near.comment === from.comment)
        .map(({ claim }) => claim.text)
        .join(" "),
    );
    if (from.comment !== comment)
      above = new Set(answers === null ? [] : profileOf(answers.text).counts.keys());
    comment = from.comment;
    const candidates: { to: Prepared; nearness: number; features: Features }[] = [];
    const end = headOf[from.comment] ?? 0;
    for (const to of older.mayContinue(from, answers, { start: Math.max(0, end - mostOlder), end })) {
      if (to.words === from.words) continue;
      const links = linksOf(from, to, answers);
      const cosine = measure.words.cosine(from.profile, to.profile);
      if (cosine === 0 && links.above + links.item + links.quoted === 0) continue;
      const nearness = measure.words.between(from.profile, to.profile);
      const canTell = cosine > 0 && from.topicWords >= fewestTopicWords && to.topicWords >= fewestTopicWords;
      const near = !canTell ? 0 : measure.between(from, to, nearness);
      const features = {
        ...links,
        near: Math.max(0, Math.min(near, mostTelling) - leastTelling) / (mostTelling - leastTelling),
        words: nearness,
        rare: measure.rarestShared(from, to),
        apart: cosine === 0 ? 1 : 0,
        "said above": measure.shareHeld(to, above),
        around: measure.words.cosine(to.profile, around),
      };
      candidates.push({ to, nearness, features });
    }
    const most = Math.max(0, ...candidates.map(({ nearness }) => nearness));
    yield {
      from: from.at,
      candidates: candidates.map(({ to, nearness, features }) => ({
        to: to.at,
        features: withCues(from, to, {
          ...features,
          nearest: nearness > 0 && nearness === most ? 1 : 0,
        }),
      })),
    };
  }
}

/** What joins two claims beside their words. */
function linksOf(from: Prepared, to: Prepared, answers: Answered | null) {
  const held = from.quotes.length === 0 ? "" : ` ${to.words} `;
  return {
    above: answers?.parentId === to.claim.place.commentId ? 1 : 0,
    item: to.claim.mark !== null && from.refersTo.has(to.claim.mark) ? 1 : 0,
    quoted: from.quotes.some((quote) => held.includes(` ${quote} `)) ? 1 : 0,
    between: Math.log(from.comment - to.comment) / 3,
    head: to.isHead ? 1 : 0,
  };
}

/** Adds what the newer claim says of itself, and how that bears on this older one. */
function withCues({ cues }: Prepared, to: Prepared, features: Readonly<Record<string, number>>): Features {
  const has = (cue: RefinementCue): number => (cues.has(cue) ? 1 : 0);
  const comesBack = Math.max(has("retract"), has("restate"), has("grant"));
  return {
    bias: 1,
    ...features,
    retract: has("retract"),
    grant: has("grant"),
    restate: has("restate"),
    mine: has("mine"),
    change: has("change"),
    verdict: has("verdict"),
    "of a verdict": to.cues.has("verdict") ? 1 : 0,
    "comes back to words": comesBack * (features.words ?? 0),
    "comes back to above": comesBack * (features.above ?? 0),
    "comes back to rare": Math.max(has("retract"), has("restate")) * (features.rare ?? 0),
  };
}

function prepareAll(claims: readonly TimelineClaim[]): readonly Prepared[] {
  let comment = -1;
  let last: string | null = null;
  return claims.map((claim, at) => {
    const isHead = claim.place.commentId !== last;
    if (isHead) comment++;
    last = claim.place.commentId;
    const words = wordsOf(claim.text);
    const topical = words.map(stem).filter((word) => topicWeight(word) >= 0.5);
    const pairs = new Set<string>();
    for (const [i, word] of topical.entries()) {
      const next = topical[i + 1];
      if (next !== undefined) pairs.add([word, next].toSorted(compareStrings).join(" "));
    }
    const folded = foldText(claim.text);
    return {
      claim,
      at,
      comment,
      isHead,
      words: words.join(" "),
      topicWords: new Set(topical).size,
      profile: profileOf(claim.text),
      pairs,
      concepts: new Set(claim.concepts),
      cues: refinementCues(folded),
      refersTo: itemsReferredTo(folded),
      quotes: wordsQuoted(claim.text).flatMap((quote) => wordsOf(quote).join(" ") || []),
    };
  });
}

/** The claims of a line by their words and their comments. */
class OlderClaims {
  readonly #prepared: readonly Prepared[];
  readonly #holding = new Map<string, number[]>();
  readonly #inComment = new Map<string, number[]>();

  constructor(prepared: readonly Prepared[], words: Resemblance) {
    this.#prepared = prepared;
    for (const { at, claim, profile } of prepared) {
      for (const word of profile.counts.keys()) if (words.weight(word) > 0) add(this.#holding, word, at);
      add(this.#inComment, claim.place.commentId, at);
    }
  }

  /**
   * The claims of a stretch of the line that share a word that counts with a newer one, or may be joined with
   * it otherwise; in their order.
   */
  mayContinue(
    from: Prepared,
    answers: Answered | null,
    { start, end }: { readonly start: number; readonly end: number },
  ): readonly Prepared[] {
    // What is named may be any claim, in whatever words.
    if (from.refersTo.size + from.quotes.length > 0) return this.#prepared.slice(start, end);
    const lists = [...from.profile.counts.keys()].map((word) => this.#holding.get(word) ?? []);
    if (answers?.parentId) lists.push(this.#inComment.get(answers.parentId) ?? []);
    const found = new Set<number>();
    for (const list of lists)
      for (let i = firstFrom(list, start); i < list.length && (list[i] ?? end) < end; i++)
        found.add(list[i] ?? end);
    return [...found].sort((a, b) => a - b).flatMap((at) => this.#prepared[at] ?? []);
  }
}

function add(lists: Map<string, number[]>, key: string, at: number): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [at]);
  else known.push(at);
}

type Keyed = "pairs" | "concepts";

/** How near claims of one line are; what few of them hold weighs more. */
class Nearness {
  readonly words: Resemblance;
  readonly #most: number;
  readonly #rarity: Readonly<Record<Keyed, ReadonlyMap<string, number>>>;

  constructor(prepared: readonly Prepared[]) {
    this.words = new Resemblance(prepared.map(({ profile }) => profile));
    this.#most = Math.log(1 + prepared.length);
    this.#rarity = { pairs: rarityOf(prepared, "pairs"), concepts: rarityOf(prepared, "concepts") };
  }

  /** By concepts, by pairs of neighbouring topic words ("goal misgeneralization") and by words: 0 to 1. */
  between(a: Prepared, b: Prepared, words: number): number {
    return (
      shares.concepts * this.#share(a, b, "concepts") +
      shares.pairs * this.#share(a, b, "pairs") +
      shares.words * words
    );
  }

  /** How rare the rarest word in common is: 0, none, to 1, on no other line of this length. */
  rarestShared(a: Prepared, b: Prepared): number {
    let most = 0;
    for (const word of b.profile.counts.keys())
      if (a.profile.counts.has(word)) most = Math.max(most, this.words.weight(word));
    return this.#most === 0 ? 0 : most / this.#most;
  }

  /** The share of a claim's words, by weight, that a text holds; short claims count for less. */
  shareHeld({ profile }: Prepared, text: ReadonlySet<string>): number {
    let [held, all] = [0, this.#most];
    for (const word of profile.counts.keys()) {
      const weight = this.words.weight(word);
      all += weight;
      if (text.has(word)) held += weight;
    }
    return held === 0 ? 0 : held / all;
  }

  /** Weight of the common keys, of the mean weight of both sets or of {@link enoughKeys} rare keys: 0 to 1. */
  #share(a: Prepared, b: Prepared, keyed: Keyed): number {
    const rarity = this.#rarity[keyed];
    const weigh = (keys: Iterable<string>): number => {
      let sum = 0;
      for (const key of keys) sum += rarity.get(key) ?? 0;
      return sum;
    };
    const common = weigh([...a[keyed]].filter((key) => b[keyed].has(key)));
    return common === 0
      ? 0
      : common / Math.max(enoughKeys * this.#most, Math.sqrt(weigh(a[keyed]) * weigh(b[keyed])));
  }
}

/** How rare each key is on the line: ln(1 + claims / claims that hold it). */
function rarityOf(prepared: readonly Prepared[], keyed: Keyed): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of prepared) for (const key of one[keyed]) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Map([...counts].map(([key, count]) => [key, Math.log(1 + prepared.length / count)]));
}
