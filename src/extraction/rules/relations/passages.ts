import type { ContextComment } from "../../../model/extraction.ts";
import type { Quote } from "../../../model/quote.ts";
import type { SegmentedComment } from "../../../model/segment.ts";
import { contains, overlap, type Span } from "../../../model/span.ts";
import type { Resemblance } from "../../../text/resemblance.ts";
import { addresseeOf, personTakenUp } from "./addressee.ts";
import { type OwnWords, ownWordsIn } from "./own-words.ts";
import { targetsNear } from "./targets.ts";
import type { Unit } from "./units.ts";
import { unitsMeeting } from "./units-meeting.ts";

/**
 * What is looked at to find answers: own statements, those of quotes, and those of comments that may be
 * answered.
 */
export interface AnswerInput {
  readonly comment: SegmentedComment;
  readonly units: readonly Unit[];
  /** The statements of each comment of the context, by its id. */
  readonly others: ReadonlyMap<string, readonly Unit[]>;
  readonly parent: ContextComment | null;
  readonly ancestors: readonly ContextComment[];
  readonly resemblance: Resemblance;
  /** By how much likelier than usual a reply disagrees here, in log odds. */
  readonly forum: number;
}

/**
 * A stretch of own words and the statements of somebody else that it may answer.
 *
 * `quotes` are those that stand just above it, none where the answer goes to a comment as a whole. `isOwn`
 * tells that the words quoted are the writer's. `aside` says why the statements of another text are looked at
 * as well: the rest of the comment that is quoted, or somebody further up whom the sentence names; null for
 * the usual answer.
 */
export interface Passage {
  readonly units: readonly Unit[];
  readonly targets: readonly Unit[];
  readonly quotes: readonly Quote[];
  readonly isOwn: boolean;
  readonly answered: ContextComment | null;
  readonly aside: "around-quote" | "named" | null;
}

/**
 * The passages of a comment: after each quote what answers it, else what answers the parent or, from a
 * sentence that addresses somebody further up by name, that person.
 *
 * A comment whose quotes point elsewhere than its parent answers nothing of the parent.
 */
export function passagesOf(input: AnswerInput): readonly Passage[] {
  const quotes = unitsOfQuotes(input.units);
  const usual = [...quotePassages(input, quotes), ...inlinePassages(input, quotes), ...replyPassages(input)];
  return [...usual, ...aroundQuotes(input, usual), ...namedPassages(input, usual)];
}

/** The answer passages of a comment with the quotes that each answers: adjacent quotes share one. */
function scopesOf(
  quotes: readonly Quote[],
): readonly { readonly answer: Span; readonly quotes: readonly Quote[] }[] {
  const scopes = new Map<number, { answer: Span; readonly quotes: Quote[] }>();
  for (const quote of quotes) {
    if (quote.answer === null) continue;
    const known = scopes.get(quote.answer.start);
    if (known === undefined) scopes.set(quote.answer.start, { answer: quote.answer, quotes: [quote] });
    else {
      known.answer = quote.answer;
      known.quotes.push(quote);
    }
  }
  return [...scopes.values()].toSorted((a, b) => a.answer.start - b.answer.start);
}

/** The units that a quote repeats: those of its source, or the quote's own where the source is not at hand. */
function quotedUnits({ others }: AnswerInput, quote: Quote, quotes: UnitsOfQuotes): readonly Unit[] {
  const { source } = quote;
  const elsewhere = source === null ? undefined : others.get(source.commentId);
  if (source === null || elsewhere === undefined)
    return (quotes.get(quote.id) ?? []).filter((unit) => !framesQuote(unit));
  return unitsMeeting(elsewhere, source.span).filter((unit) => {
    const { span } = unit.place;
    return !framesQuote(unit) && overlap(span, source.span) * 2 >= shorter(span, source.span);
  });
}

/** The statements that lie in quotes of a comment, by the quote. */
type UnitsOfQuotes = ReadonlyMap<string | null, readonly Unit[]>;

function unitsOfQuotes(units: readonly Unit[]): UnitsOfQuotes {
  const found = new Map<string | null, Unit[]>();
  for (const unit of units) {
    const known = found.get(unit.quoteId);
    if (known === undefined) found.set(unit.quoteId, [unit]);
    else known.push(unit);
  }
  return found;
}

/** Whether a unit is a line or mark with which software frames a quote, and no words of the person quoted. */
const framesQuote = ({ text }: Unit): boolean =>
  /^[[\s/]*quote\s*\]$|^originally posted by\b|^[^:.!?]{1,40} (?:wrote|writes|said|says)\s*:$/iu.test(text);

const shorter = (a: Span, b: Span): number => Math.min(a.end - a.start, b.end - b.start);

const isOwnWords = (quote: Quote, { authorId }: SegmentedComment): boolean =>
  quote.speaker !== null && quote.speaker === authorId;

function quotePassages(input: AnswerInput, inQuotes: UnitsOfQuotes): readonly Passage[] {
  const passages: Passage[] = [];
  for (const { answer, quotes } of scopesOf(input.comment.quotes)) {
    if (quotes.every(({ how }) => how === "inline")) continue;
    const units = unitsMeeting(input.units, answer).filter(
      (unit) => unit.quoteId === null && contains(answer, unit.place.span),
    );
    const quoted = quotes.flatMap((quote) => quotedUnits(input, quote, inQuotes));
    if (quoted.length === 0 || units.length === 0) continue;
    const targets = targetsNear(units, quoted, input.resemblance);
    const isOwn = quotes.every((quote) => isOwnWords(quote, input.comment));
    passages.push({ units, targets, quotes, isOwn, answered: null, aside: null });
  }
  return passages;
}

/** A sentence that holds somebody else's words between quotation marks speaks about the sentence they are from. */
function inlinePassages(input: AnswerInput, inQuotes: UnitsOfQuotes): readonly Passage[] {
  const passages: Passage[] = [];
  for (const quote of input.comment.quotes) {
    if (quote.how !== "inline" || quote.source === null || isOwnWords(quote, input.comment)) continue;
    const from = unitsMeeting(input.units, quote.span).find(
      (unit) => unit.quoteId === null && contains(unit.place.span, quote.span),
    );
    const targets = quotedUnits(input, quote, inQuotes);
    if (from && targets.length > 0)
      passages.push({ units: [from], targets, quotes: [quote], isOwn: false, answered: null, aside: null });
  }
  return passages;
}

/** The statements, of those of a text in reading order, that lie wholly in none of the spans. */
function outsideOf(spans: readonly Span[], units: readonly Unit[]): readonly Unit[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  let next = 0;
  // Of the spans that begin no later than a statement, one holds it exactly when the furthest end lies behind it.
  let furthest = 0;
  return units.filter(({ place }) => {
    for (let span = sorted[next]; span && span.start <= place.span.start; span = sorted[++next])
      furthest = Math.max(furthest, span.end);
    return furthest < place.span.end;
  });
}

function replyPassages({
  comment,
  units,
  others,
  parent,
  ancestors,
  resemblance,
}: AnswerInput): readonly Passage[] {
  if (parent === null) return [];
  const outer = comment.quotes.filter((quote) => quote.answer !== null && quote.how !== "inline");
  if (outer.some((quote) => quote.source !== null && quote.source.commentId !== parent.id)) return [];
  const free = outsideOf(
    outer.flatMap(({ answer }) => answer ?? []),
    units.filter(({ quoteId }) => quoteId === null),
  );
  const people = ancestors.filter(({ authorId }) => authorId === null || authorId !== comment.authorId);
  const stretches: { answered: ContextComment | null; units: Unit[] }[] = [
    { answered: people.includes(parent) ? parent : null, units: [] },
  ];
  for (const unit of free) {
    const addressee = addresseeOf(unit, people);
    const last = stretches.at(-1);
    if (last && (addressee === null || addressee === last.answered)) last.units.push(unit);
    else stretches.push({ answered: addressee, units: [unit] });
  }
  return stretches.flatMap(({ answered, units: stretch }): readonly Passage[] => {
    if (answered === null || stretch.length === 0) return [];
    const { units: own } = ownWordsIn(others.get(answered.id));
    if (own.length === 0) return [];
    const targets = targetsNear(stretch, own, resemblance);
    return [{ units: stretch, targets, quotes: [], isOwn: false, answered, aside: null }];
  });
}

/** What answers a quote may answer other words of the comment that the quote is from. */
function aroundQuotes(
  { others, comment, resemblance }: AnswerInput,
  usual: readonly Passage[],
): readonly Passage[] {
  return usual.flatMap((passage): readonly Passage[] => {
    const { quotes, units, targets, isOwn } = passage;
    if (isOwn || quotes.length === 0 || quotes.every(({ how }) => how === "inline")) return [];
    const sources = [...new Set(quotes.map(({ source }) => source?.commentId))];
    const [id] = sources;
    if (sources.length > 1 || id === undefined || id === comment.id) return [];
    const around = targetsNear(units, ownWordsIn(others.get(id)).units, resemblance, new Set(targets));
    return around.length === 0 ? [] : [{ ...passage, quotes: [], targets: around, aside: "around-quote" }];
  });
}

/**
 * Sentences that name somebody further up or, by number or in quotation marks, words that stand only further
 * up, with that comment's statements.
 */
function namedPassages(
  { comment, units, others, ancestors, parent, resemblance }: AnswerInput,
  usual: readonly Passage[],
): readonly Passage[] {
  const people = ancestors.filter(
    (ancestor) => ancestor !== parent && ancestor.authorId !== null && ancestor.authorId !== comment.authorId,
  );
  if (people.length === 0) return [];
  const ownOf = (id: string): OwnWords => ownWordsIn(others.get(id));
  const answers = new Map<Unit, Set<ContextComment>>();
  for (const { answered, units: answering } of usual)
    if (answered !== null)
      for (const unit of answering)
        answers.set(unit, (answers.get(unit) ?? new Set<ContextComment>()).add(answered));
  return units.flatMap((unit): readonly Passage[] => {
    if (unit.quoteId !== null) return [];
    const meant = personTakenUp(unit, people) ?? namedFurtherUp(unit, people, parent, ownOf);
    if (meant === null || answers.get(unit)?.has(meant)) return [];
    const { units: own } = ownOf(meant.id);
    if (own.length === 0) return [];
    const targets = targetsNear([unit], own, resemblance);
    return [{ units: [unit], targets, quotes: [], isOwn: false, answered: meant, aside: "named" }];
  });
}

/**
 * The nearest comment further up with what a statement names by number or in quotation marks, where the
 * parent has none.
 */
function namedFurtherUp(
  unit: Unit,
  people: readonly ContextComment[],
  parent: ContextComment | null,
  ownOf: (id: string) => OwnWords,
): ContextComment | null {
  const isNamedIn = (id: string): boolean => {
    const { numbered, quoted } = ownOf(id).said.meantBy(unit);
    return numbered.size + quoted.size > 0;
  };
  if (parent !== null && isNamedIn(parent.id)) return null;
  return people.find(({ id }) => isNamedIn(id)) ?? null;
}
