import type { Span } from "../../../model/span.ts";
import type { TaggedWord } from "../terms/tagger.ts";
import { isFiniteVerb } from "./finite-verb.ts";

/** Words that a clause has at least, so that "Yes, but …" and "…, I think" stay with their sentence. */
const fewestWords = 3;
/** How many words may stand before the verb of a clause that begins here. */
const verbReach = 14;

/** Joins two statements as they are, after a comma or alone. */
const alwaysJoins: ReadonlySet<string> = new Set(["but", "yet"]);
/** Joins two statements after a comma; alone only when the next word is a pronoun that the clause is about. */
const oftenJoins: ReadonlySet<string> = new Set(["and", "so", "or"]);
/** Opens a reason or concession that is asserted beside its main clause, when a comma parts them. */
const asserts: ReadonlySet<string> = new Set([
  "because",
  "since",
  "although",
  "though",
  "whereas",
  "while",
  "therefore",
  "which",
]);
/** What may stand before the word that opens a clause. */
const joins: ReadonlySet<string> = new Set(["and", "but", "so", "or", "yet", "now", "well", "also", ","]);
/** Opens a clause that is no statement without the main clause: a condition, a time. */
const depends: ReadonlySet<string> = new Set(
  "if unless when whenever once until before after as whether suppose assuming provided even".split(" "),
);
const dash = /^(?:--+|[—–])$/u;

/**
 * Cuts a sentence where it joins statements that would stand by themselves, else gives it whole.
 *
 *     The trams are cheap, but they are empty at night.
 *     ^                 ^      ^                       ^
 *
 * A cut needs a finite verb before it and a subject with a finite verb behind it, on both sides at least
 * {@link fewestWords} words. A bare "and", "but" or
 * "so" between two statements belongs to neither. A condition stays with what it is a condition
 * of, and nothing is cut inside brackets or quotation marks. Linear in the words.
 *
 * @param words - the tagged words of the sentence.
 */
export function splitClauses(span: Span, words: readonly TaggedWord[]): readonly Span[] {
  const clauses: Span[] = [];
  let start = span.start;
  let hasVerb = false;
  let isDependent = beginsDependent(words, 0);
  let size = 0;
  let depth = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) continue;
    depth = depthAfter(depth, word.text);
    const next = depth === 0 && hasVerb && size >= fewestWords ? opening(words, at, isDependent) : null;
    if (next !== null && words.length - next >= fewestWords && standsAlone(words, next)) {
      clauses.push({ start, end: words[at - 1]?.end ?? start });
      start = words[afterConnective(words, next)]?.start ?? start;
      hasVerb = false;
      size = 0;
      isDependent = beginsDependent(words, next);
      at = Math.max(at, next - 1);
      continue;
    }
    if (word.pos !== "PUNCT") size++;
    hasVerb ||= isFiniteVerb(word);
  }
  clauses.push({ start, end: span.end });
  return clauses;
}

/** How many brackets and quotation marks are open behind a word; straight marks open and close by turns. */
function depthAfter(depth: number, word: string): number {
  if (/^[([{“«]$/u.test(word)) return depth + 1;
  if (/^[)\]}”»]$/u.test(word)) return Math.max(0, depth - 1);
  return word === '"' ? (depth > 0 ? 0 : 1) : depth;
}

/** Where the clause begins that the word at `i` may open or part off, or null. */
function opening(words: readonly TaggedWord[], i: number, isDependent: boolean): number | null {
  const text = lower(words[i]);
  if (text === ";" || dash.test(text) || (text === "-" && isApart(words, i))) return i + 1;
  if (text === ",") {
    const next = lower(words[i + 1]);
    if (alwaysJoins.has(next) || (!isDependent && (oftenJoins.has(next) || asserts.has(next)))) return i + 1;
    return null;
  }
  return text === "but" && !isDependent ? i : null;
}

/**
 * Whether a clause that begins at `at` is one that depends on another, behind what joins it: "But even if …",
 * "So when …".
 */
function beginsDependent(words: readonly TaggedWord[], at: number): boolean {
  const lead = words.slice(at, at + 3).map(lower);
  const first = lead.findIndex((word) => !joins.has(word));
  return first >= 0 && depends.has(lead[first] ?? "");
}

function afterConnective(words: readonly TaggedWord[], at: number): number {
  const text = lower(words[at]);
  return alwaysJoins.has(text) || oftenJoins.has(text) ? at + 1 : at;
}

/**
 * Whether a clause that begins at `at` would stand by itself; "… and that it is dear" goes on with what is
 * said, and "… but that is dear" does not.
 */
function standsAlone(words: readonly TaggedWord[], at: number): boolean {
  const first = afterConnective(words, at);
  if (lower(words[first]) !== "that") return hasClause(words, at);
  const second = words[first + 1];
  return second !== undefined && isFiniteVerb(second) && hasClause(words, at);
}

/** Whether the words from `at` on have a subject and then a finite verb before the next mark that parts. */
function hasClause(words: readonly TaggedWord[], at: number): boolean {
  let hasSubject = false;
  for (let i = at; i < Math.min(words.length, at + verbReach); i++) {
    const word = words[i];
    if (word === undefined || word.text === ";") return false;
    if (isFiniteVerb(word)) return hasSubject;
    hasSubject ||= word.pos === "PRON" || word.pos === "NOUN" || word.pos === "PROPN";
  }
  return false;
}

function lower(word: TaggedWord | undefined): string {
  return word?.text.toLowerCase() ?? "";
}

function isApart(words: readonly TaggedWord[], at: number): boolean {
  const [before, mark, after] = [words[at - 1], words[at], words[at + 1]];
  return (
    before !== undefined && mark !== undefined && before.end < mark.start && (after?.start ?? 0) > mark.end
  );
}
