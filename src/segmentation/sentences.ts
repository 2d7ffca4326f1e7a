import type { Span } from "../model/span.ts";
import { maskAddresses } from "../text/addresses.ts";
import { beforeNumbers, neverLast, openers } from "./abbreviations.ts";

/**
 * Longest stretch, in UTF-16 units, that the built-in segmenter sees at once. It is quadratic on Node 20: 274,000
 * characters in one string took 61 s, in stretches of this length 0.1 s.
 */
const window = 4096;

/** How far, in UTF-16 units, an open parenthesis may hold a sentence together. */
const longestAside = 600;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/**
 * The sentences of a stretch of text, in order, without white space around them.
 *
 * The built-in segmenter proposes breaks and the rules of this file move them: it ends sentences after "e.g." and
 * list numbers, inside addresses and parentheses, and misses ends at smileys and footnote marks. Line ends inside
 * the stretch count as blanks. Punctuation on its own joins the sentence before it.
 */
export function splitSentences(text: string, { start, end }: Span): readonly Span[] {
  const words = text.slice(start, end);
  // Equally long: a masked address gives no break, and its places stay.
  const masked = maskAddresses(words, "x").replace(/[\r\n\u2028\u2029\u0085\v\f]/g, " ");
  const writesLowerCase = /^[^\p{L}]*\p{Ll}/u.test(masked);
  const spans: Span[] = [];
  let from = leftover.exec(masked)?.[0].length ?? 0;
  const tail = trimmed(words, 0, from);
  if (tail !== null) spans.push(tail);
  let hasWords = false;
  let seen = from;
  for (const at of [...proposedBreaks(masked, writesLowerCase), masked.length]) {
    if (at <= from) continue;
    hasWords ||= /[\p{L}\p{N}]/u.test(masked.slice(seen, at));
    seen = at;
    if (at < masked.length && !(hasWords && isBreak(masked, from, at))) continue;
    hasWords = false;
    const span = trimmed(words, from, at);
    from = at;
    if (span === null) continue;
    const last = spans.at(-1);
    // Nothing but marks ("…", ":)") says nothing alone.
    if (last !== undefined && !/[\p{L}\p{N}\p{S}]/u.test(words.slice(span.start, span.end)))
      spans[spans.length - 1] = { start: last.start, end: span.end };
    else spans.push(span);
  }
  return spans.map((span) => ({ start: span.start + start, end: span.end + start }));
}

function trimmed(text: string, from: number, to: number): Span | null {
  const piece = text.slice(from, to);
  const start = from + piece.length - piece.trimStart().length;
  const end = start + piece.trim().length;
  return start < end ? { start, end } : null;
}

/** Ends that the built-in segmenter does not see: at smileys, behind footnote marks. */
const smileyEnd = /(?:[.!?]\s*)?(?:[:;]['’]?-?[)D(P]{1,8}\s+){1,8}(?=["“(]?\p{Lu})/gu;
const footnoteEnd = /[.!?]["”’)]*(?:\[\d{1,3}\])+\s+(?=["“(]?\p{Lu})/gu;
/** An end before a sentence in parentheses, though it starts in lower case. */
const asideEnd = /[.!?]["”’]?\s+(?=\([^()\n]{1,400}[.!?]["”’]?\))/gu;
const alwaysMissed = [smileyEnd, footnoteEnd, asideEnd];
/** Ends of writers who begin sentences without a capital. */
const lowerCaseEnd = /\p{Ll}{3}[.!?]\s+(?=\p{Ll})/gu;

/** White space before a break, or a full stop of a script that writes none. */
const endsHere = /(?:\s|[。！？｡][”’」』"']*)$/u;

/** What is left of a sentence whose start was cut off as a quote. */
const leftover = /^\s*[.,;:!?)\]}”’»]+(?=\s)/u;

/** Where a sentence may end, ascending: the built-in segmenter's breaks and those that it misses. */
function proposedBreaks(text: string, writesLowerCase: boolean): readonly number[] {
  const breaks = new Set<number>();
  const missed = writesLowerCase ? [...alwaysMissed, lowerCaseEnd] : alwaysMissed;
  for (const pattern of missed)
    for (const match of text.matchAll(pattern)) breaks.add(match.index + match[0].length);
  let from = 0;
  while (from < text.length) {
    const to = Math.min(text.length, from + window);
    const piece = text.slice(from, to);
    const starts = [...segmenter.segment(piece)]
      .map(({ index }) => from + index)
      .filter((at) => at > from && endsHere.test(text.slice(at - 4, at)));
    for (const at of starts) breaks.add(at);
    if (to === text.length) break;
    // The last sentence of a window may go on; it is read again with what follows, or cut where it is too long.
    from = starts.at(-1) ?? cutLong(text, from, to);
    breaks.add(from);
  }
  return [...breaks].sort((a, b) => a - b);
}

/** Where a sentence longer than the window is cut: at its last blank, else between two characters. */
function cutLong(text: string, from: number, to: number): number {
  const blank = /\s(?=\S*$)/u.exec(text.slice(from, to));
  if (blank !== null && blank.index > 0) return from + blank.index + 1;
  const isHighSurrogate = (text.charCodeAt(to - 1) & 0xfc00) === 0xd800;
  return isHighSurrogate ? to - 1 : to;
}

/** How much of a sentence's end, in UTF-16 units, the rules look at. */
const nearby = 120;

/** Whether a sentence that starts at `from` and has words may end at `at`. */
function isBreak(text: string, from: number, at: number): boolean {
  const left = text.slice(Math.max(from, at - nearby), at).trimEnd();
  const right = text.slice(at, at + nearby);
  if (/^[\s]*[([]?(?:\d{1,3}|\p{L}|[ivx]{1,5})[.)\]]$/u.test(left)) return false;
  if (/[:;,]\s+[([]?\d{1,2}[.)]$/u.test(left)) return false;
  if (endsInAbbreviation(left, right)) return false;
  if (/[.!?…]["'”’»)\]]+$/u.test(left) && /^\s*["'“(]?\p{Ll}/u.test(right)) return false;
  if (/(?:…|\.\.\.?)$/u.test(left) && /^\s*\p{Ll}/u.test(right)) return false;
  if (/^\s*etc\b/.test(right)) return false;
  return !isInAside(text, from, at);
}

function endsInAbbreviation(left: string, right: string): boolean {
  const last = /([\p{L}][\p{L}.]*)\.$/u.exec(left)?.[1];
  if (last === undefined) return false;
  const word = last.toLowerCase();
  if (neverLast.has(word)) return true;
  if (word === "etc" || word === "al") return !/^\s*["“(]?\p{Lu}/u.test(right);
  if (beforeNumbers.has(word)) return /^\s*[([]?\d/.test(right);
  if (!/^\p{Lu}$/u.test(last)) return false;
  // "J. Smith" goes on; "Plan A. Then" does not.
  const next = /^\s*(\p{Lu}[\p{L}'’]*)/u.exec(right)?.[1];
  return next !== undefined && last !== "I" && !openers.has(next.toLowerCase()) && !/['’]/.test(next);
}

/**
 * Whether a parenthesis that was opened inside the sentence is still open and closes soon.
 *
 * One that opens the sentence holds nothing: people put several sentences into one.
 */
function isInAside(text: string, from: number, at: number): boolean {
  const lead = /^[\s"'“‘*_]*[([]/u.exec(text.slice(from, from + nearby))?.[0].length ?? 0;
  let depth = 0;
  let opened = 0;
  for (let i = from + lead; i < at; i++) {
    const char = text[i];
    if (char === "(" && !/[:;]-?$/.test(text.slice(Math.max(0, i - 2), i))) {
      if (depth === 0) opened = i;
      depth++;
    } else if (char === ")" && depth > 0) depth--;
  }
  return depth > 0 && text.slice(at, opened + longestAside).includes(")");
}
