import { turnAfterConcession } from "../../../text/concessions.ts";
import type { Resemblance } from "../../../text/resemblance.ts";
import { type PassageWords, readPassage } from "../stance/answer-words.ts";
import { stanceOfAnswer } from "../stance/stance-of-answer.ts";
import { verdictOn } from "../stance/verdict.ts";
import { wouldAgree } from "../stance/would-agree.ts";
import { type AnswerPair, answerPairs } from "./answer-pairs.ts";
import { attackOf } from "./attack.ts";
import { bringsUp } from "./brings-up.ts";
import { type Draft, surest } from "./draft.ts";
import { calibrate, softmax } from "./feature-table.ts";
import type { Naming } from "./named-surely.ts";
import type { AnswerInput, Passage } from "./passages.ts";
import { namedShares } from "./relation-weights.ts";
import { scoreAnswer } from "./score-pairs.ts";
import { signOf } from "./sign.ts";
import { traitsOf } from "./traits.ts";
import type { Unit } from "./units.ts";

/** Less probable answers are not even suggested: of those few are right (`npm run eval -- own`). */
const least = 0.24;
/** The least for the most probable pair of a passage of which no pair reaches {@link least}. */
const leastAlone = 0.1;
/** A statement answers one or two others, seldom more. */
const most = 2;
/**
 * From this probability on an answer is said to agree; below it, it merely responds: of 38 answers without a cue
 * between 0.5 and it 13 agree and 14 disagree, of 28 above it 17 and 4 (own gold and training threads, by reading).
 */
const leastAgreement = 0.6;
/**
 * So many statements are read around an answer for its stance; a longer passage is read in parts, each as if
 * it stood alone.
 */
const mostRead = 100;
/** Probability that the first statement after a quote of one's own words mends them. */
const ownQuote = 0.45;

/**
 * Fitted to what is drawn on the gold texts, ours and others, on which nothing is trained: there answers are
 * less often right than among the training threads.
 */
const calibration = { slope: 0.75, shift: -0.8 } as const;

/**
 * An answer before it is told how it answers, with how its words name the target: a verdict in them then is
 * on that.
 */
interface Candidate extends Draft {
  readonly naming: Naming | null;
}

/**
 * Which statements of a passage answer which of the statements that it may answer, and how.
 *
 * The probability of each pair comes from a logistic model of where both stand, how near they are and what
 * their words show (`npm run train`); whether the answer attacks, from the classifier of stances. A statement
 * that is named, and nothing else can be meant, is answered at least as probably as such names held in what
 * was written for training.
 */
export function answersIn(
  passage: Passage,
  { resemblance, forum }: Pick<AnswerInput, "resemblance" | "forum">,
): readonly Draft[] {
  if (passage.isOwn) return mendedWords(passage, resemblance);
  const drafts: Candidate[] = [];
  const silent = new Set(passage.units.filter((unit) => bringsUp(unit, passage.targets)));
  for (const pair of answerPairs(passage, resemblance)) {
    const draft = silent.has(pair.from) ? null : undecided(pair);
    if (draft !== null) drafts.push(draft);
  }
  const chosen = surest(
    drafts.filter(({ confidence }) => confidence >= least),
    { most },
  );
  const drawn = chosen.length > 0 || passage.aside !== null ? chosen : theMostProbable(drafts);
  if (drawn.length === 0) return [];
  const parts = readParts(passage.units);
  return drawn.map((draft) => decided(draft, passage, parts.get(draft.from), forum));
}

/** The statements that a statement is read among, and where it stands in them. */
interface Part {
  readonly texts: readonly string[];
  readonly words: PassageWords;
  readonly at: number;
}

/**
 * Linear in the words, where each answer of a passage would otherwise be held against all of it. What follows
 * an opening that agrees ("Sure they will.") is read without it: it as often turns as it goes on.
 */
function readParts(units: readonly Unit[]): ReadonlyMap<Unit, Part> {
  const parts = new Map<Unit, Part>();
  for (let start = 0; start < units.length; start += mostRead) {
    const part = units.slice(start, start + mostRead);
    const isAgreeing = signOf(part[0]?.text ?? "").sign === "for";
    for (const stretch of isAgreeing ? [part, part.slice(1)] : [part]) {
      const texts = stretch.map(({ text }) => text);
      const words = readPassage(texts);
      for (const [at, unit] of stretch.entries()) parts.set(unit, { texts, words, at });
    }
  }
  return parts;
}

/** That a passage answers is a fact; its most probable pair is suggested even where none is likely. */
function theMostProbable(drafts: readonly Candidate[]): readonly Candidate[] {
  const [best] = drafts.toSorted((a, b) => b.confidence - a.confidence);
  return best === undefined ? [] : [best];
}

/** Null where the answer is too improbable to be drawn even alone. */
function undecided(pair: AnswerPair): Candidate | null {
  const { from, to, passage, naming } = pair;
  const [probability = 0] = softmax(scoreAnswer(pair));
  const confidence = Math.max(
    calibrate(probability, calibration),
    naming === null ? 0 : namedShares.share[naming],
  );
  if (confidence < leastAlone) return null;
  const shared = { kind: "responds-to", attack: null, stance: null } as const;
  return { ...shared, from, to, confidence, method: methodOf(passage), naming };
}

function methodOf({ quotes, aside }: Passage): string {
  if (aside === "named") return "answer-to-named";
  if (quotes.length === 0) return "answer-to-comment";
  return quotes.every(({ how }) => how === "inline") ? "answer-to-inline-quote" : "answer-to-quote";
}

function decided(
  { naming, ...draft }: Candidate,
  { quotes }: Passage,
  part: Part | undefined,
  forum: number,
): Draft {
  if (part === undefined) throw new Error("the answer stands in no part of its passage");
  const { texts, words, at } = part;
  const answer = {
    sentence: draft.from.text,
    before: texts.slice(0, at),
    after: texts.slice(at + 1),
    answered: draft.to.text,
    isAfterQuote: quotes.length > 0,
    grain: "sentence",
  } as const;
  // A question that wants to be told claims nothing that could be denied.
  if (traitsOf(draft.to).has.inquires === 1) return draft;
  // Who would agree if something were so neither agrees nor denies yet.
  if (wouldAgree(draft.from.text)) return draft;
  if (naming === "step") return { ...draft, kind: "disagrees-with", attack: "undercut", stance: "against" };
  const verdict = naming === null ? null : verdictOn(draft.from.text);
  // Of 12 such answers of the training threads 10 are labelled as attacks.
  const side = verdict ?? (turnAfterConcession(draft.from.text) === null ? null : "against");
  const stance = stanceOfAnswer(answer, { passage: words, forum });
  if (side === "against" || (side === null && stance.against > stance.for + stance.neutral))
    return { ...draft, kind: "disagrees-with", attack: attackOf(draft.from.text), stance: "against" };
  return { ...draft, stance: side === "for" || stance.for >= leastAgreement ? "for" : null };
}

/** A quote of oneself is mended or developed by what follows it, never answered. */
function mendedWords({ units, targets }: Passage, resemblance: Resemblance): readonly Draft[] {
  const [from] = units;
  if (from === undefined) return [];
  const [to] = targets.toSorted(
    (a, b) => resemblance.between(from.profile, b.profile) - resemblance.between(from.profile, a.profile),
  );
  if (to === undefined) return [];
  const method = "own-words-mended";
  return [{ kind: "refines", attack: null, from, to, confidence: ownQuote, method, stance: null }];
}
