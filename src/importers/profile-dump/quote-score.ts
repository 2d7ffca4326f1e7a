import type { RawBlock } from "./blocks.ts";
import {
  acknowledges,
  answers,
  answersDirectly,
  attributes,
  continues,
  firstPerson,
  secondPerson,
  straighten,
} from "./phrases.ts";

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
  ownTypography: -1.2,
  answered: 1.4,
  answeredDirectly: 1.4,
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
} as const;
export type QuoteWeights = Readonly<Record<keyof typeof quoteWeights, number>>;

/** The typographic habit of a feed, which tells the writer's own words from pasted ones. */
interface Habit {
  readonly curly: number;
  readonly straight: number;
}

/**
 * How likely each block is somebody else's words, 0 to 1, by its look alone.
 *
 * A draft for people and for other dumps to mend: with all marks lost, looks find about half of the quotes.
 *
 * @param author - name of the feed's writer; who names the writer in the third person is another person.
 */
export function scoreQuotes(
  blocks: readonly RawBlock[],
  author: string | null,
  weight: QuoteWeights,
): readonly number[] {
  const habit = habitOf(blocks);
  const surname = author?.split(/\s+/u).at(-1) ?? "";
  return blocks.map((block, index) => {
    const before = blocks[index - 1] ?? null;
    const after = blocks[index + 1] ?? null;
    return logistic(quoteEvidence(block, before, after, { habit, surname, weight }));
  });
}

function quoteEvidence(
  block: RawBlock,
  before: RawBlock | null,
  after: RawBlock | null,
  {
    habit,
    surname,
    weight,
  }: { readonly habit: Habit; readonly surname: string; readonly weight: QuoteWeights },
): number {
  const plain = straighten(block.text);
  const isAttributed = before !== null && attributes.test(straighten(before.text));
  let evidence = weight.base;
  if (block.hadTrailingSpace) evidence += weight.trailingSpace;
  if (isAttributed) evidence += weight.attributed;
  else if (before?.text.endsWith(":")) evidence += weight.introduced;
  if (block.isList) return isAttributed ? evidence : evidence + weight.listItem + weight.introduced;
  if (isUnfinished(block.text)) evidence += weight.unfinished;
  evidence += typographyEvidence(block.text, habit, weight);
  const reply = after === null || after.isList ? "" : straighten(after.text);
  if (answers.test(reply)) evidence += weight.answered;
  if (answersDirectly.test(reply)) evidence += weight.answeredDirectly;
  evidence += firstPerson.test(plain) ? weight.firstPerson : weight.impersonal;
  if (secondPerson.test(plain)) evidence += weight.secondPerson;
  if (continues.test(plain)) evidence += weight.connective;
  if (acknowledges.test(plain)) evidence += weight.acknowledges;
  if (/^[([].*[)\]]\.?$/su.test(plain)) evidence += weight.bracketed;
  if (plain.endsWith(":")) evidence += weight.introduces;
  if (surname.length >= 3 && plain.includes(surname)) evidence += weight.namesAuthor;
  if (/\[?(?:…|\.\.\.)\]?\s*\.|\[(?:…|\.\.\.)\]|[.!?] (?:…|\.\.\.) \p{Lu}/u.test(block.text))
    evidence += weight.elided;
  return evidence;
}

/** Whether words break off without a full stop. Addresses, formulas and code do not count: they never have one. */
function isUnfinished(text: string): boolean {
  return (
    /^["“'‘]?\p{L}/u.test(text) &&
    /\p{L}["”'’]?$/u.test(text) &&
    !/https?:|[=<>{}|\\]|\w\(|\w[._/]\w\S*$/u.test(text)
  );
}

function typographyEvidence(text: string, habit: Habit, weight: QuoteWeights): number {
  const own = marksOf(text);
  if (own.curly + own.straight === 0 || habit.curly + habit.straight < 8) return 0;
  const share = habit.curly / (habit.curly + habit.straight);
  if (share > 0.25 && share < 0.75) return 0;
  const [usual, unusual] = share >= 0.75 ? [own.curly, own.straight] : [own.straight, own.curly];
  if (usual === 0) return weight.otherTypography;
  return unusual === 0 ? weight.ownTypography : 0;
}

function habitOf(blocks: readonly RawBlock[]): Habit {
  return blocks
    .map((block) => marksOf(block.text))
    .reduce((sum, marks) => ({ curly: sum.curly + marks.curly, straight: sum.straight + marks.straight }), {
      curly: 0,
      straight: 0,
    });
}

function marksOf(text: string): Habit {
  return {
    curly: text.match(/[‘’“”]/gu)?.length ?? 0,
    straight: text.match(/["']/gu)?.length ?? 0,
  };
}

/** Turns log-odds into a probability. */
export function logistic(evidence: number): number {
  return 1 / (1 + Math.exp(-evidence));
}
