import type { ContextComment } from "../../../model/extraction.ts";
import type { Quote } from "../../../model/quote.ts";
import type { SegmentedComment } from "../../../model/segment.ts";
import { contains, overlap, type Span } from "../../../model/span.ts";
import type { Resemblance } from "../../../text/resemblance.ts";
import { addresseeOf } from "./addressee.ts";
import { cues, cueText } from "./cues.ts";
import { answerDraft, type Draft, ownDraft } from "./draft.ts";
import { signOf, signWithin } from "./sign.ts";
import { chooseInParent, chooseInQuote, Targets } from "./targets.ts";
import type { Unit } from "./units.ts";

/**
 * What the rules for answers look at: the comment's own units, those of its quotes, and the units of the comments
 * that it may answer, by comment id.
 */
export interface AnswerInput {
  readonly comment: SegmentedComment;
  readonly units: readonly Unit[];
  readonly others: ReadonlyMap<string, readonly Unit[]>;
  readonly parent: ContextComment | null;
  readonly ancestors: readonly ContextComment[];
  readonly resemblance: Resemblance;
}

/** Where in a text an answer announces itself, with the probability that the sentence answers at all. */
const confidences = {
  /** First claim after a quote to the quoted sentence: 13 of 18 in the prototype. */
  quoteHead: 0.64,
  /** A later claim of an answer of at most three: 7 of 14; of a longer one, with a stance phrase: 5 of 11. */
  quoteShort: 0.36,
  quoteStance: 0.34,
  /** A sentence that quotes words of another within it; what follows a quote of oneself. */
  inlineQuote: 0.52,
  ownQuote: 0.45,
  /** First claim of an unquoted reply to the parent: 7 of 12. */
  replyHead: 0.47,
  replyStance: 0.33,
  replyParagraph: 0.27,
  replyShort: 0.3,
} as const;

/** An answer of at most so many claims is short: all of it answers. */
const shortAnswer = 3;
/** Least resemblance of a paragraph's head to its target when nothing else says that it answers. */
const paragraphResemblance = 0.16;
/** Least resemblance to the opening post of a thread, which nearly everybody answers in flat forums. */
const openingResemblance = 0.1;

/**
 * Which sentences answer which sentences of other people: first the claim after a quote and the words quoted, then
 * the claim that opens a reply without quotes and the sentence of the parent that it resembles most.
 *
 * A comment whose quotes all point elsewhere than its parent gets nothing to the parent. From a sentence that
 * addresses somebody further up by name, the reply answers that person.
 */
export function answers(input: AnswerInput): readonly Draft[] {
  return [...answersToQuotes(input), ...answersToInlineQuotes(input), ...answersToParent(input)];
}

interface Scope {
  readonly answer: Span;
  readonly quotes: readonly Quote[];
}

/** The answer passages of a comment with the quotes that each answers: adjacent quotes share one. */
function scopesOf(quotes: readonly Quote[]): readonly Scope[] {
  const scopes = new Map<number, Scope>();
  for (const quote of quotes) {
    if (quote.answer === null) continue;
    const known = scopes.get(quote.answer.start);
    scopes.set(quote.answer.start, {
      answer: quote.answer,
      quotes: known === undefined ? [quote] : [...known.quotes, quote],
    });
  }
  return [...scopes.values()].toSorted((a, b) => a.answer.start - b.answer.start);
}

/** The units that a quote repeats: those of its source, or the quote's own where the source is not at hand. */
function quotedUnits({ units, others }: AnswerInput, quote: Quote): readonly Unit[] {
  const { source } = quote;
  const elsewhere = source === null ? undefined : others.get(source.commentId);
  if (source === null || elsewhere === undefined)
    return units.filter((unit) => unit.quoteId === quote.id && !headsQuote(unit));
  return elsewhere.filter(
    ({ place: { span } }) => overlap(span, source.span) * 2 >= shorter(span, source.span),
  );
}

/** Whether a unit is the line with which software heads a quote, and no words of the person quoted. */
const headsQuote = ({ text }: Unit): boolean =>
  /^originally posted by\b|^[^:.!?]{1,40} (?:wrote|writes|said|says)\s*:$/iu.test(text);

const shorter = (a: Span, b: Span): number => Math.min(a.end - a.start, b.end - b.start);

function answersToQuotes(input: AnswerInput): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const { answer, quotes } of scopesOf(input.comment.quotes)) {
    const own = substance(
      input.units.filter((unit) => unit.quoteId === null && contains(answer, unit.place.span)),
    );
    const targets = quotes.flatMap((quote) => quotedUnits(input, quote));
    const isInline = quotes.every((quote) => quote.how === "inline");
    if (targets.length === 0 || isInline) continue;
    if (quotes.every((quote) => isOwnWords(quote, input.comment))) {
      drafts.push(...mendOwnWords(own, targets, input.resemblance));
      continue;
    }
    const texts = own.map(({ text }) => text);
    const trust = Math.max(...quotes.map((quote) => quote.score));
    for (const [position, unit] of own.entries()) {
      const rule = quoteRule(unit, position, own.length);
      if (rule === null) continue;
      const choice = chooseInQuote(unit, targets, input.resemblance);
      if (choice === null) continue;
      const confidence = (rule.confidence + choice.bonus) * (0.5 + trust / 2);
      const sign = signWithin(texts, position, { isAfterQuote: true });
      drafts.push(answerDraft(unit, choice.unit, sign, confidence, rule.method));
    }
  }
  return drafts;
}

const isOwnWords = (quote: Quote, { authorId }: SegmentedComment): boolean =>
  quote.speaker !== null && quote.speaker === authorId;

/** A quote of oneself is mended or developed by what follows it, never answered (R9). */
function mendOwnWords(
  own: readonly Unit[],
  targets: readonly Unit[],
  resemblance: Resemblance,
): readonly Draft[] {
  const first = own[0];
  const choice = first && chooseInQuote(first, targets, resemblance);
  if (!first || !choice) return [];
  return [ownDraft("refines", first, choice.unit, confidences.ownQuote + choice.bonus, "own-words-mended")];
}

/** A sentence that holds somebody else's words between quotation marks speaks about the sentence they are from. */
function answersToInlineQuotes(input: AnswerInput): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const quote of input.comment.quotes) {
    if (quote.how !== "inline" || quote.source === null || isOwnWords(quote, input.comment)) continue;
    const targets = quotedUnits(input, quote);
    const from = input.units.find((unit) => unit.quoteId === null && contains(unit.place.span, quote.span));
    const choice = from && chooseInQuote(from, targets, input.resemblance);
    if (!from || !choice) continue;
    const confidence = confidences.inlineQuote + choice.bonus;
    drafts.push(answerDraft(from, choice.unit, signOf(from.text), confidence, "answer-to-inline-quote"));
  }
  return drafts;
}

/** A passage without the sentences that open it with thanks, apologies and the like. */
function substance(units: readonly Unit[]): readonly Unit[] {
  const from = units.findIndex((unit) => !cues.meta.test(cueText(unit.text)) || speaksToSomebody(unit));
  return from < 0 ? [] : units.slice(from);
}

interface Rule {
  readonly confidence: number;
  readonly method: string;
}

function quoteRule(unit: Unit, position: number, count: number): Rule | null {
  if (position === 0) return { confidence: confidences.quoteHead, method: "answer-to-quote" };
  if (unit.isAside) return null;
  if (speaksToSomebody(unit)) return { confidence: confidences.quoteStance, method: "stance-after-quote" };
  if (count <= shortAnswer) return { confidence: confidences.quoteShort, method: "short-answer-to-quote" };
  return null;
}

function speaksToSomebody(unit: Unit): boolean {
  const words = cueText(unit.text);
  return cues.stance.test(words) || cues.disagreementStart.test(words) || cues.agreementStart.test(words);
}

function answersToParent({
  comment,
  units,
  others,
  parent,
  ancestors,
  resemblance,
}: AnswerInput): readonly Draft[] {
  if (parent === null) return [];
  const outer = comment.quotes.filter((quote) => quote.answer !== null && quote.how !== "inline");
  if (outer.some((quote) => quote.source !== null && quote.source.commentId !== parent.id)) return [];
  const free = substance(
    units.filter(
      (unit) =>
        unit.quoteId === null &&
        !outer.some((quote) => quote.answer !== null && contains(quote.answer, unit.place.span)),
    ),
  );
  const people = ancestors.filter(({ authorId }) => authorId === null || authorId !== comment.authorId);
  const texts = free.map(({ text }) => text);
  const drafts: Draft[] = [];
  const indexed = new Map<string, Targets>();
  const targetsOf = ({ id }: ContextComment): Targets => {
    const known = indexed.get(id);
    if (known !== undefined) return known;
    const own = (others.get(id) ?? []).filter(({ quoteId }) => quoteId === null);
    const targets = new Targets(own, resemblance);
    indexed.set(id, targets);
    return targets;
  };
  let answered = people.includes(parent) ? parent : null;
  let start = 0;
  for (const [position, unit] of free.entries()) {
    const addressee = addresseeOf(unit, people);
    if (addressee !== null && addressee !== answered) [answered, start] = [addressee, position];
    if (answered === null) continue;
    const rule = replyRule(unit, position - start, free.length);
    if (rule === null) continue;
    const targets = targetsOf(answered);
    const choice = chooseInParent(unit, free, targets, resemblance);
    if (choice === null || choice.resemblance < rule.leastResemblance) continue;
    if (answered.parentId === null && choice.resemblance < openingResemblance) continue;
    const sign = signWithin(texts, position);
    drafts.push(answerDraft(unit, choice.unit, sign, rule.confidence + choice.bonus, rule.method));
  }
  return drafts;
}

function replyRule(
  unit: Unit,
  position: number,
  count: number,
): (Rule & { readonly leastResemblance: number }) | null {
  const rule = (confidence: number, method: string, leastResemblance = 0) => ({
    confidence,
    method,
    leastResemblance,
  });
  if (position === 0) return rule(confidences.replyHead, "head-of-reply");
  if (unit.isAside) return null;
  if (speaksToSomebody(unit)) return rule(confidences.replyStance, "stance-in-reply");
  if (count <= shortAnswer) return rule(confidences.replyShort, "short-reply");
  return unit.isHead ? rule(confidences.replyParagraph, "paragraph-of-reply", paragraphResemblance) : null;
}
