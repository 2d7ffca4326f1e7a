import type { CommentTerms } from "../model/change.ts";
import type { Term } from "../model/claim.ts";
import type { GlossaryEntry } from "../model/glossary.ts";
import type { Span } from "../model/span.ts";
import { fnv1a } from "../text/fnv.ts";
import { findAbbreviations } from "./abbreviations.ts";

/** The terms of one comment with the text that their spans slice. */
export interface TermSource extends CommentTerms {
  readonly text: string;
}

/** How often a term occurs, and in which wordings. */
export interface TermCount {
  readonly key: string;
  readonly frequency: number;
  /** Occurrences that lie in no longer counted term. */
  readonly free: number;
  /** How many different longer terms hold it; at most {@link containersKept} are told apart. */
  readonly containers: number;
  readonly comments: number;
  /**
   * The sum over its comments of where it stands first, in thousandths of the text. Whole, so that order is
   * no matter.
   */
  readonly firstPlaces: number;
  /** Wordings by count; at most {@link formsKept} are told apart. */
  readonly forms: ReadonlyMap<string, number>;
}

/** Terms that are forms of one, to be counted together; `entry` is the glossary's, if it knows one of them. */
export interface TermGroup {
  readonly key: string;
  readonly counts: readonly TermCount[];
  readonly entry: GlossaryEntry | null;
}

export interface TermStats {
  /** Comments that have any term. */
  readonly comments: number;
  readonly terms: ReadonlyMap<string, TermCount>;
  /** Explained abbreviations: short form, long form, in how many comments. */
  readonly abbreviations: readonly {
    readonly short: string;
    readonly long: string;
    readonly count: number;
  }[];
}

const formsKept = 24;
const containersKept = 64;

/** How many counters tell rare terms from others: 8 MB, whatever the size of the corpus. */
const counters = 2 ** 22;

/** Corpora of at least so many comments ask for so many occurrences of a term. */
const leastByComments: readonly (readonly [comments: number, least: number])[] = [
  [20_000, 5],
  [3_000, 3],
  [300, 2],
  [0, 1],
];

/**
 * Counts the terms of a corpus in two passes over its comments.
 *
 * The first pass counts hashes in a table of fixed size; the second keeps full counts only of terms that came up
 * often enough for the size of the corpus, so that the phrases used once, which are most, take no memory. A term
 * whose hash meets another's may be kept for nothing and is dropped by its true count.
 *
 * @param read - opens the stream, twice.
 * @param always - keys that are kept however rare, those of the glossary.
 */
export async function countTerms(
  read: () => AsyncIterable<TermSource>,
  always: ReadonlySet<string>,
): Promise<TermStats> {
  const table = new Uint16Array(counters);
  let comments = 0;
  for await (const { terms } of read()) {
    comments++;
    for (const { key } of terms) {
      const slot = fnv1a(key) % counters;
      if ((table[slot] ?? 0) < 0xffff) table[slot] = (table[slot] ?? 0) + 1;
    }
  }
  const least = leastByComments.find(([size]) => comments >= size)?.[1] ?? 1;
  const isKept = (key: string) => (table[fnv1a(key) % counters] ?? 0) >= least || always.has(key);
  const counts = new Map<string, Counting>();
  const explained = new Map<string, number>();
  for await (const { terms, text } of read()) {
    addComment(
      counts,
      terms.filter(({ key }) => isKept(key)),
      text,
    );
    for (const { short, long } of findAbbreviations(text)) {
      const pair = `${short}\n${long}`;
      explained.set(pair, (explained.get(pair) ?? 0) + 1);
    }
  }
  const frequent = [...counts].filter(([key, { frequency }]) => frequency >= least || always.has(key));
  return {
    comments,
    terms: new Map(
      frequent.map(([key, count]) => [key, { ...count, key, containers: count.containers.size }]),
    ),
    abbreviations: [...explained].map(([pair, count]) => {
      const [short = "", long = ""] = pair.split("\n");
      return { short, long, count };
    }),
  };
}

interface Counting {
  frequency: number;
  free: number;
  comments: number;
  firstPlaces: number;
  readonly containers: Set<string>;
  readonly forms: Map<string, number>;
}

function addComment(counts: Map<string, Counting>, terms: readonly Term[], text: string): void {
  const seen = new Set<string>();
  // Spans that may hold what follows; terms come by start, the longer first.
  const open: Term[] = [];
  const ordered = [...terms].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  for (const term of ordered) {
    const { key, span } = term;
    while (open.length > 0 && (open.at(-1)?.span.end ?? 0) <= span.start) open.pop();
    const around = open.filter(({ key: other, span: { end } }) => end >= span.end && other !== key);
    const count = counts.get(key) ?? newCount();
    counts.set(key, count);
    count.frequency++;
    if (around.length === 0) count.free++;
    for (const other of around) if (count.containers.size < containersKept) count.containers.add(other.key);
    if (!seen.has(key)) {
      count.comments++;
      count.firstPlaces += Math.floor((1000 * span.start) / text.length);
    }
    seen.add(key);
    const form = wording(text, span);
    if (count.forms.has(form) || count.forms.size < formsKept)
      count.forms.set(form, (count.forms.get(form) ?? 0) + 1);
    // What "of" joins is said in two phrases, each for itself.
    if (!joinsByOf(form)) open.push(term);
  }
}

/** Whether a wording is two phrases and "of": "burden of proof", not "out-of-distribution". */
const joinsByOf = (form: string): boolean => form.includes(" of ");

/** Whether a term is two phrases that "of" joins, in any of its wordings. */
export function isJoinedByOf({ counts }: TermGroup): boolean {
  return counts.some(({ forms }) => [...forms.keys()].some(joinsByOf));
}

/** The words of a term as they would stand inside a sentence: "Reward models" at its start are "reward models". */
function wording(text: string, { start, end }: Span): string {
  const form = text.slice(start, end).replace(/\s+/g, " ");
  const isStart = /(?:^|[.!?:;…\n([“"‘•*>-])\s*$/u.test(text.slice(Math.max(0, start - 4), start));
  return isStart && /^\p{Lu}[\p{Ll}-]+ \p{Ll}/u.test(form)
    ? form.slice(0, 1).toLowerCase() + form.slice(1)
    : form;
}

const newCount = (): Counting => ({
  frequency: 0,
  free: 0,
  comments: 0,
  firstPlaces: 0,
  containers: new Set(),
  forms: new Map(),
});
