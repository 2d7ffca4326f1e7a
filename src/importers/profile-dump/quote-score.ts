import type { RawBlock } from "./blocks.ts";
import { incoherences } from "./cohesion.ts";
import { fewestWords, isAddress, isUnfinished, takesUpTerm, wordsOf } from "./paragraph-look.ts";
import {
  acknowledges,
  answers,
  answersDirectly,
  answersShortly,
  attributes,
  continues,
  firstPerson,
  secondPerson,
  straighten,
} from "./phrases.ts";
import { type Habit, habitOf, isHabitual } from "./typography.ts";

/**
 * Weights in log-odds, set by hand. The order of the cues is that counted in real dumps: white space that a
 * block quote leaves behind is all but proof, a paragraph that ends without a full stop was most often cut
 * out of another, typography unlike the writer's own comes from another keyboard, and what follows a quote
 * answers it.
 */
export const quoteWeights = {
  base: -2.6,
  trailingSpace: 3.5,
  attributed: 6,
  /** After any other colon comes the writer's own example. */
  introduced: -2,
  unfinished: 2.1,
  otherTypography: 1.3,
  /** Added where the paragraph behind is typed as the writer types. */
  unlikeNext: 1,
  ownTypography: -1.2,
  answered: 1.4,
  answeredDirectly: 1.4,
  /** The paragraph behind takes up a word of it between quotation marks. */
  termTakenUp: 1,
  question: 0.7,
  /** Cut out from the middle of a sentence. */
  startsLow: 1.5,
  wholeInMarks: 2.5,
  firstPerson: -0.9,
  impersonal: 0.4,
  secondPerson: -0.5,
  connective: -1,
  acknowledges: -2,
  bracketed: -2.5,
  introduces: -3,
  namesAuthor: 3.5,
  elided: 0.8,
  listItem: -2,
  /** Per standard deviation by which a paragraph shares more words with the next, its answer, than is usual. */
  likeNext: 0.6,
  likePrevious: -0.2,
  /** A signature or an address. */
  standsForItself: -6,
} as const;
export type QuoteWeights = Readonly<Record<keyof typeof quoteWeights, number>>;

/**
 * How likely each block is somebody else's words, 0 to 1, by its look alone.
 *
 * A draft for people and for other dumps to mend: with all marks lost, looks find about half of the quotes.
 *
 * @param author - name of the feed's writer; who names the writer in the third person is another person.
 * @param habit - how the writer types, from more than these blocks where there is more. By default from these.
 */
export function scoreQuotes(
  blocks: readonly RawBlock[],
  author: string | null,
  weight: QuoteWeights,
  habit: Habit = habitOf(blocks),
): readonly number[] {
  const surname = author?.split(/\s+/u).at(-1) ?? "";
  const incoherence = incoherences(blocks, 1);
  return blocks.map((block, index) => {
    const [before, after = null] = [blocks[index - 1], blocks[index + 1]];
    const plain = straighten(block.text);
    const previous = before === undefined ? null : straighten(before.text);
    const evidence = quoteEvidence({ block, plain, before: previous, after, habit, surname }, weight);
    const [behind, above] = [incoherence[index + 1] ?? 0, incoherence[index] ?? 0].map(likeness);
    return logistic(evidence + weight.likeNext * (behind ?? 0) + weight.likePrevious * (above ?? 0));
  });
}

/** What two paragraphs share, in standard deviations, held to where more of it tells no more. */
function likeness(incoherence: number): number {
  return Math.max(-1, Math.min(1.5, -incoherence));
}

/** A paragraph beside those around it. The texts have straight quotation marks; null where nothing stands. */
interface Look {
  readonly block: RawBlock;
  readonly plain: string;
  readonly before: string | null;
  readonly after: RawBlock | null;
  readonly habit: Habit;
  readonly surname: string;
}

function quoteEvidence(look: Look, weight: QuoteWeights): number {
  const { block, plain, before, surname } = look;
  const hasName = surname.length >= 3 && plain.includes(surname);
  const isSignature = hasName && wordsOf(plain).length <= fewestWords;
  if (isSignature || isAddress(plain)) return weight.standsForItself;
  const isAttributed = before !== null && attributes.test(before);
  let evidence = weight.base;
  if (block.hadTrailingSpace) evidence += weight.trailingSpace;
  if (isAttributed) evidence += weight.attributed;
  else if (before?.endsWith(":") && !hasName) evidence += weight.introduced;
  if (block.isList) return isAttributed ? evidence : evidence + weight.listItem + weight.introduced;
  if (hasName) evidence += weight.namesAuthor;
  return evidence + cutEvidence(look, weight) + voiceEvidence(plain, weight) + replyEvidence(look, weight);
}

/** What shows that words were cut out of another text: where they begin and end, and how they are typed. */
function cutEvidence({ block, plain, before, after, habit }: Look, weight: QuoteWeights): number {
  let evidence = 0;
  if (isUnfinished(block.text)) evidence += weight.unfinished;
  if (startsLow(plain, before)) evidence += weight.startsLow;
  else if (continues.test(plain)) evidence += weight.connective;
  if (/^"[^"]+"[.!?]?$/u.test(plain) && !before?.endsWith(":")) evidence += weight.wholeInMarks;
  if (/\[?(?:…|\.\.\.)\]?\s*\.|\[(?:…|\.\.\.)\]|[.!?] (?:…|\.\.\.) \p{Lu}/u.test(block.text))
    evidence += weight.elided;
  const isOwn = isHabitual(block.text, habit);
  if (isOwn === true) evidence += weight.ownTypography;
  if (isOwn === false) {
    evidence += weight.otherTypography;
    if (after !== null && isHabitual(after.text, habit) === true) evidence += weight.unlikeNext;
  }
  return evidence;
}

/** Whether a paragraph begins in the middle of a sentence, and the one before it does not end there. */
function startsLow(plain: string, before: string | null): boolean {
  return /^\p{Ll}/u.test(plain) && (before === null || /[.!?"')\]]$/u.test(before));
}

/** What shows that words are the writer's, who says "I", addresses a reader and announces what follows. */
function voiceEvidence(plain: string, weight: QuoteWeights): number {
  let evidence = firstPerson.test(plain) ? weight.firstPerson : weight.impersonal;
  if (secondPerson.test(plain)) evidence += weight.secondPerson;
  if (acknowledges.test(plain)) evidence += weight.acknowledges;
  if (/^[([].*[)\]]\.?$/su.test(plain)) evidence += weight.bracketed;
  if (plain.endsWith(":")) evidence += weight.introduces;
  return evidence;
}

/** What shows that the next paragraph answers the words. */
function replyEvidence({ plain, after }: Look, weight: QuoteWeights): number {
  if (after === null || after.isList) return 0;
  const reply = straighten(after.text);
  let evidence = 0;
  if (answers.test(reply)) evidence += weight.answered;
  if (answersDirectly.test(reply) || answersShortly.test(reply)) evidence += weight.answeredDirectly;
  if (takesUpTerm(reply, plain)) evidence += weight.termTakenUp;
  if (plain.endsWith("?") && !reply.endsWith("?")) evidence += weight.question;
  return evidence;
}

/** Turns log-odds into a probability. */
export function logistic(evidence: number): number {
  return 1 / (1 + Math.exp(-evidence));
}
