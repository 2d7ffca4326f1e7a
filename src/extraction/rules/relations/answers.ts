import type { ContextComment } from "../../../model/extraction.ts";
import type { Quote } from "../../../model/quote.ts";
import type { SegmentedComment } from "../../../model/segment.ts";
import { contains, overlap, type Span } from "../../../model/span.ts";
import type { Resemblance } from "../../../text/resemblance.ts";
import { cues, cueText } from "./cues.ts";
import { answerDraft, type Draft } from "./draft.ts";
import { signOf } from "./sign.ts";
import { chooseInParent, chooseInQuote } from "./targets.ts";
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
  readonly resemblance: Resemblance;
}

/** Where in a text an answer announces itself, with the probability that the sentence answers at all. */
const confidences = {
  /** First claim after a quote to the quoted sentence: 13 of 18 in the prototype. */
  quoteHead: 0.64,
  /** A later claim of an answer of at most three: 7 of 14; of a longer one, with a stance phrase: 5 of 11. */
  quoteShort: 0.36,
  quoteStance: 0.34,
  /** First claim of an unquoted reply to the parent: 7 of 12. */
  replyHead: 0.5,
  replyStance: 0.36,
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
 * A comment whose quotes all point elsewhere than its parent gets nothing to the parent.
 */
export function answers(input: AnswerInput): readonly Draft[] {
  return [...answersToQuotes(input), ...answersToParent(input)];
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
  if (source === null || elsewhere === undefined) return units.filter((unit) => unit.quoteId === quote.id);
  return elsewhere.filter(
    ({ place: { span } }) => overlap(span, source.span) * 2 >= shorter(span, source.span),
  );
}

const shorter = (a: Span, b: Span): number => Math.min(a.end - a.start, b.end - b.start);

function answersToQuotes(input: AnswerInput): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const { answer, quotes } of scopesOf(input.comment.quotes)) {
    const own = substance(
      input.units.filter((unit) => unit.quoteId === null && contains(answer, unit.place.span)),
    );
    const targets = quotes.flatMap((quote) => quotedUnits(input, quote));
    const isInline = quotes.every((quote) => quote.how === "inline");
    const isOwn = quotes.every((quote) => quote.speaker !== null && quote.speaker === input.comment.authorId);
    if (targets.length === 0 || isInline || isOwn) continue;
    const trust = Math.max(...quotes.map((quote) => quote.score));
    for (const [position, unit] of own.entries()) {
      const rule = quoteRule(unit, position, own.length);
      if (rule === null) continue;
      const choice = chooseInQuote(unit, targets, input.resemblance);
      if (choice === null) continue;
      const confidence = (rule.confidence + choice.bonus) * (0.5 + trust / 2);
      drafts.push(answerDraft(unit, choice.unit, signOf(unit.text), confidence, rule.method));
    }
  }
  return drafts;
}

/** A passage without the sentences that open it with thanks, apologies and the like, unless nothing else is there. */
function substance(units: readonly Unit[]): readonly Unit[] {
  const from = units.findIndex((unit) => !cues.meta.test(cueText(unit.text)) || speaksToSomebody(unit));
  return from < 0 ? units : units.slice(from);
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

function answersToParent({ comment, units, others, parent, resemblance }: AnswerInput): readonly Draft[] {
  if (parent === null) return [];
  const outer = comment.quotes.filter((quote) => quote.answer !== null && quote.how !== "inline");
  if (outer.some((quote) => quote.source !== null && quote.source.commentId !== parent.id)) return [];
  const targets = (others.get(parent.id) ?? []).filter((unit) => unit.quoteId === null);
  const free = substance(
    units.filter(
      (unit) =>
        unit.quoteId === null &&
        !outer.some((quote) => quote.answer !== null && contains(quote.answer, unit.place.span)),
    ),
  );
  if (parent.authorId !== null && parent.authorId === comment.authorId) return [];
  const drafts: Draft[] = [];
  for (const [position, unit] of free.entries()) {
    const choice = chooseInParent(unit, free, targets, resemblance);
    if (choice === null) continue;
    if (parent.parentId === null && choice.resemblance < openingResemblance) continue;
    const rule = replyRule(unit, position, free.length, choice.resemblance);
    if (rule === null) continue;
    const sign = signOf(unit.text);
    drafts.push(answerDraft(unit, choice.unit, sign, rule.confidence + choice.bonus, rule.method));
  }
  return drafts;
}

function replyRule(unit: Unit, position: number, count: number, resemblance: number): Rule | null {
  if (position === 0) return { confidence: confidences.replyHead, method: "head-of-reply" };
  if (unit.isAside) return null;
  if (speaksToSomebody(unit)) return { confidence: confidences.replyStance, method: "stance-in-reply" };
  if (count <= shortAnswer) return { confidence: confidences.replyShort, method: "short-reply" };
  if (unit.isHead && resemblance >= paragraphResemblance)
    return { confidence: confidences.replyParagraph, method: "paragraph-of-reply" };
  return null;
}
