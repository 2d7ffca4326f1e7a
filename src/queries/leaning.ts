import {
  badVerbs,
  badWords,
  betterWords,
  goodVerbs,
  goodWords,
  lessWords,
  moreWords,
  negators,
  worseWords,
} from "./leaning-words.ts";

/** Toward each subject: 1 speaks for it, -1 against it, 0 does not tell. */
export interface Leaning {
  readonly a: -1 | 0 | 1;
  readonly b: -1 | 0 | 1;
}

type Name = "a" | "b";

/** A word, or a mention of a subject, which counts as one token however many words it has. */
interface Token {
  readonly word: string;
  readonly names: readonly Name[];
  /** Whether a possessive follows: in "RL's failures" the failures are meant. */
  readonly owns: boolean;
}

/** How far a negator reaches to the right, in tokens. */
const reach = 7;
/** A judged object stands at most so many tokens after its verb or preposition. */
const objectReach = 3;
const objectPrepositions = new Set(["of", "with", "from", "in", "about", "by", "for"]);
const clauseBreaks =
  /[;:—–()]|,(?!\d)|\b(?:but|while|whereas|although|though|because|however|if|when|unless|until)\b/i;
/** "If RL were safe, …": what holds under a condition only, up to the next mark. */
const condition =
  /(?:^|[\s,(])(?:(?:even |only )?if|unless|provided that|assuming|supposing|suppose|as long as)(?![\p{L}'])[^,;:.—]*|^(?:were|had) [^,;:.—]{3,200},/giu;
/** "I was wrong about RL": the contrary of what its writer held, and by itself of no side. */
const ownError =
  /(?<![\p{L}'])(?:i|we)(?:'ve| have| may have| might have| must have)? (?:was|were|been) (?:(?:\p{L}+ly|quite|just|so|dead|also) )?(?:wrong|mistaken)(?![\p{L}'])[^,;:.—]*/giu;
const wouldBe = /(?:would|could|might|'d)(?![\p{L}'])/iu;
const carriers = new Set(["which", "it", "this", "that", "and", "so", "making", "they", "its", "therefore"]);

/**
 * Whether a claim speaks for or against two subjects, by a small lexicon.
 *
 *     RL is more dangerous than SSL.            a = RL: -1   b = SSL: 1
 *     I doubt that RL is more dangerous.        a = RL:  1
 *     SSL is not safe either.                   b = SSL: -1
 *
 * Comparatives come first ("more … than", "safer than", "prefer … to", "rather than"); else each clause that
 * names a subject is judged by its good and bad words, turned by the negators before them. A question tells
 * nothing, and nor does a condition or what would follow from one ("if RL were safe, I'd agree"), nor what its
 * writer was wrong about ("I was wrong about RL"). Precision before recall: most claims get 0. Words and rules
 * were written by hand and are not trained on anything.
 *
 * @param subjects - the labels of each subject, in any case; a plural `s` is understood.
 */
export function leaningOf(
  text: string,
  subjects: { readonly a: readonly string[]; readonly b: readonly string[] },
): Leaning {
  const total = { a: 0, b: 0 };
  for (const sentence of text.split(/(?<=[.!?])\s+/)) {
    const owned = sentence.replaceAll("’", "'").replaceAll(ownError, " ");
    const said = owned.replaceAll(condition, " ");
    const isSupposed = said !== owned && wouldBe.test(said);
    if (isSupposed || sentence.trimEnd().endsWith("?")) continue;
    const compared = judgeComparison(tokenize(said, subjects));
    const scores = compared ?? judgeClauses(said, subjects);
    total.a += scores.a;
    total.b += scores.b;
  }
  return { a: sign(total.a), b: sign(total.b) };
}

function sign(value: number): -1 | 0 | 1 {
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}

function tokenize(
  text: string,
  subjects: { readonly a: readonly string[]; readonly b: readonly string[] },
): readonly Token[] {
  const words = [
    ...text
      .toLowerCase()
      .replaceAll("’", "'")
      .matchAll(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu),
  ].map(([word]) => word);
  const labels = (["a", "b"] as const).flatMap((name) =>
    subjects[name].map((label) => ({ name, words: label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [] })),
  );
  const tokens: Token[] = [];
  for (let index = 0; index < words.length; ) {
    const here = labels.filter((label) => label.words.length > 0 && startsAt(words, index, label.words));
    const length = Math.max(0, ...here.map((label) => label.words.length));
    const longest = here.filter((label) => label.words.length === length);
    const last = words[index + Math.max(1, length) - 1] ?? "";
    tokens.push({
      word: words[index] ?? "",
      names: [...new Set(longest.map((label) => label.name))],
      owns: longest.length > 0 && last.endsWith("'s"),
    });
    index += Math.max(1, length);
  }
  return tokens;
}

function startsAt(words: readonly string[], index: number, label: readonly string[]): boolean {
  return label.every((word, offset) => {
    const found = words[index + offset];
    if (found === undefined) return false;
    if (found === word) return true;
    return offset === label.length - 1 && (found === `${word}s` || found === `${word}'s`);
  });
}

/** Whether a word is in a list, in which a final `*` stands for any ending. */
function matcher(list: readonly string[]): (word: string) => boolean {
  const whole = new Set(list.filter((entry) => !entry.endsWith("*")));
  const starts = list.filter((entry) => entry.endsWith("*")).map((entry) => entry.slice(0, -1));
  return (word) => whole.has(word) || starts.some((start) => word.startsWith(start));
}
const isGood = matcher(goodWords);
const isBad = matcher(badWords);
const isNegator = matcher(negators);
const isGoodVerb = matcher(goodVerbs);
const isBadVerb = matcher(badVerbs);
const isMore = matcher(moreWords);
const isLess = matcher(lessWords);
const isBetter = matcher(betterWords);
const isWorse = matcher(worseWords);

function polarity(word: string): -1 | 0 | 1 {
  if (isBad(word)) return -1;
  return isGood(word) ? 1 : 0;
}

function negates(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined || token.names.length > 0) return false;
  if (token.word === "not" && tokens[index + 1]?.word === "only") return false;
  if (token.word === "no" && tokens[index + 1]?.word === "doubt") return false;
  if (token.word === "doubt" && tokens[index - 1]?.word === "no") return false;
  // To fail to do good is bad; to fail badly is not good.
  if (/^fail/.test(token.word)) return tokens[index + 1]?.word === "to";
  return token.word.endsWith("n't") || isNegator(token.word);
}

function countNegators(tokens: readonly Token[], from: number, to: number): number {
  let count = 0;
  for (let index = Math.max(0, from); index < to; index += 1) if (negates(tokens, index)) count += 1;
  return count;
}

/** "X is more dangerous than Y", "prefer X to Y", "X rather than Y"; null when nothing is compared. */
function judgeComparison(tokens: readonly Token[]): { a: number; b: number } | null {
  const pivot = tokens.findIndex((token, index) => isPivot(tokens, token, index));
  if (pivot < 0) return null;
  const left = findNames(tokens, pivot, 0);
  const right = findNames(tokens, pivot + 1, tokens.length);
  const judged = judgeBefore(tokens, pivot);
  if (judged === null || (left === null && right === null)) return null;
  const start = Math.max(0, judged.index - reach - (left === null ? 0 : 1));
  const isDenied = countNegators(tokens, start, judged.index) % 2 === 1;
  const scores = { a: 0, b: 0 };
  // To deny that X is worse than Y speaks for X and says nothing about Y.
  for (const name of left?.names ?? []) scores[name] += isDenied ? -judged.value : judged.value;
  if (!isDenied) for (const name of right?.names ?? []) scores[name] -= judged.value;
  return scores;
}

function isPivot(tokens: readonly Token[], token: Token, index: number): boolean {
  if (token.word === "than") return true;
  const before = tokens.slice(Math.max(0, index - 6), index);
  if (token.word === "to" || token.word === "over") return before.some((it) => /^prefer/.test(it.word));
  return token.word === "instead" && tokens[index + 1]?.word === "of";
}

function findNames(tokens: readonly Token[], from: number, to: number): Token | null {
  const step = from < to ? 1 : -1;
  for (let index = step > 0 ? from : from - 1; step > 0 ? index < to : index >= to; index += step) {
    const token = tokens[index];
    if (token !== undefined && token.names.length > 0) return token;
  }
  return null;
}

/** What the comparison says of its left side, and where the comparing word stands. */
function judgeBefore(tokens: readonly Token[], pivot: number): { value: number; index: number } | null {
  const previous = tokens[pivot - 1]?.word;
  for (let index = pivot - 1; index >= Math.max(0, pivot - 8); index -= 1) {
    const word = tokens[index]?.word ?? "";
    if (/^prefer/.test(word) || word === "rather" || (tokens[pivot]?.word === "instead" && isGoodVerb(word)))
      return { value: 1, index };
    if (isBetter(word)) return { value: 1, index };
    if (isWorse(word)) return { value: -1, index };
    if (!isMore(word) && !isLess(word)) continue;
    const value = polarityBetween(tokens, index + 1, pivot) || polarityBetween(tokens, 0, index);
    return value === 0 ? null : { value: isLess(word) ? -value : value, index };
  }
  return previous === "rather" ? { value: 1, index: pivot - 1 } : null;
}

function polarityBetween(tokens: readonly Token[], from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    if (token !== undefined && token.names.length === 0) sum += polarity(token.word);
  }
  return sign(sum);
}

function judgeClauses(
  sentence: string,
  subjects: { readonly a: readonly string[]; readonly b: readonly string[] },
): { a: number; b: number } {
  const scores = { a: 0, b: 0 };
  let carried: readonly Name[] = [];
  for (const clause of sentence.split(clauseBreaks)) {
    const tokens = tokenize(clause, subjects);
    if (tokens.length === 0) continue;
    const named = [...new Set(tokens.flatMap((token) => token.names))];
    const isCarried = named.length === 0 && carriers.has(tokens[0]?.word ?? "");
    judgeClause(tokens, isCarried ? carried : [], scores);
    if (named.length > 0) carried = named.length === 1 ? named : [];
    else if (!isCarried) carried = [];
  }
  return scores;
}

/** Adds up what a clause without a comparison says. `carried` are the subjects that a pronoun stands for. */
function judgeClause(
  tokens: readonly Token[],
  carried: readonly Name[],
  scores: { a: number; b: number },
): void {
  const turn = tokens[0]?.word === "unlike" ? -1 : 1;
  for (let index = 0; index < tokens.length; index += 1) {
    if ((tokens[index]?.names.length ?? 0) > 0) continue;
    for (const { names, value } of judgementsAt(tokens, index, carried))
      for (const name of names) scores[name] += turn * value;
  }
}

interface Judgement {
  readonly names: readonly Name[];
  readonly value: number;
}

/** What the word at `index` says, and of whom. */
function judgementsAt(
  tokens: readonly Token[],
  index: number,
  carried: readonly Name[],
): readonly Judgement[] {
  const word = tokens[index]?.word ?? "";
  const verb = isGoodVerb(word) ? 1 : isBadVerb(word) ? -1 : 0;
  const object = objectOf(tokens, index, verb !== 0);
  const value = verb !== 0 && object !== null ? verb : polarity(word);
  if (value === 0) return [];
  const before = subjectBefore(tokens, index);
  const turned = (from: number): number => (countNegators(tokens, from, index) % 2 === 1 ? -value : value);
  if (object !== null) {
    if (before === null) return [{ names: object.names, value: turned(index - reach) }];
    // "SSL avoids the dangers of RL": the dangers stay RL's, and avoiding them is SSL's.
    const own = turned(before.index + 1);
    return [
      { names: object.names, value },
      { names: own === value ? [] : before.token.names, value: own },
    ];
  }
  if (before !== null) return [{ names: before.token.names, value: turned(index - reach) }];
  if (carried.length > 0) return [{ names: carried, value: turned(index - reach) }];
  const after = infinitiveObject(tokens, index);
  return after === null ? [] : [{ names: after.names, value: turned(index - reach) }];
}

/** "dangerous to use X", but not "wrong to say that X". */
function infinitiveObject(tokens: readonly Token[], index: number): Token | null {
  if (tokens[index + 1]?.word !== "to") return null;
  const words = tokens.slice(index + 2, index + 2 + objectReach);
  const at = words.findIndex((token) => token.names.length > 0);
  return at < 0 || words.slice(0, at).some((token) => token.word === "that") ? null : (words[at] ?? null);
}

/** The subject that stands after the word judging it: "dangers of X", "worried about X", "avoid X". */
function objectOf(tokens: readonly Token[], index: number, isVerb: boolean): Token | null {
  const hasPreposition = objectPrepositions.has(tokens[index + 1]?.word ?? "");
  if (!hasPreposition && !isVerb) return null;
  const from = hasPreposition ? index + 2 : index + 1;
  const found = tokens.slice(from, from + objectReach).find((token) => token.names.length > 0);
  return found === undefined || found.owns ? null : found;
}

function subjectBefore(tokens: readonly Token[], index: number): { token: Token; index: number } | null {
  for (let at = index - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token !== undefined && token.names.length > 0) return { token, index: at };
  }
  return null;
}
