import { z } from "zod";
import type { QuoteCandidate } from "../../src/linking/quote-source.ts";
import { resolveQuotes } from "../../src/linking/resolve-quotes.ts";
import { compareStrings } from "../../src/model/id.ts";
import { overlap, type Span } from "../../src/model/span.ts";
import { readItems } from "./corpora/items.ts";
import type { Mistake, Section } from "./corpora/report.ts";
import { matchSpans, spanFigures } from "./corpora/span-scores.ts";
import type { Counts } from "./counts.ts";

/** Where the quotes of a post stood that lost their marks. */
const Label = z.array(z.tuple([z.int(), z.int(), z.literal("quote")]));

interface QuotingPost {
  readonly id: string;
  readonly group: string;
  readonly text: string;
  readonly parent: string;
  readonly label: z.output<typeof Label>;
}

interface Scored {
  readonly post: QuotingPost;
  readonly found: readonly Span[];
  readonly wanted: readonly Span[];
  /** Characters that are no white space. */
  readonly characters: Counts;
  /** Spans from the first word to the last, equal in both. */
  readonly spans: Counts;
  /** Spans that share at least half of what either covers. */
  readonly halves: Counts;
}

/**
 * Measures how well quotes are found that no mark shows, where the post that they are from is at hand.
 *
 * Quotes inside a sentence ("you say “…”") are left out on our side: the labels have none. Punctuation and marks
 * around a span do not count, since the corpus cut them now on this side and now on that.
 */
export async function measureQuotes(file: string, limit: number): Promise<readonly Section[]> {
  return [sectionOf((await readItems(file, Label, limit)).map(scoreOf))];
}

function scoreOf(post: QuotingPost): Scored {
  const parent: QuoteCandidate = {
    commentId: "parent",
    version: "parent",
    text: post.parent,
    authorId: "parent",
    relation: "parent",
    quotes: [],
  };
  const comment = { id: "post", version: "post", text: post.text, authorId: "post", originOf: () => null };
  const found = resolveQuotes(comment, [], [parent])
    .filter(({ how }) => how !== "inline")
    .map(({ span }) => wordsOf(post.text, span));
  const wanted = post.label.map(([start, end]) => wordsOf(post.text, { start, end }));
  return {
    post,
    found,
    wanted,
    characters: charactersOf(post.text, found, wanted),
    spans: matchSpans(found, wanted, (a, b) => a.start === b.start && a.end === b.end),
    halves: matchSpans(
      found,
      wanted,
      (a, b) => 2 * overlap(a, b) >= Math.max(a.end, b.end) - Math.min(a.start, b.start),
    ),
  };
}

/** A span from its first letter or digit to its last. */
function wordsOf(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const first = Math.max(0, words.search(/[\p{L}\p{N}]/u));
  return { start: start + first, end: start + words.replace(/[^\p{L}\p{N}]+$/u, "").length };
}

function charactersOf(text: string, found: readonly Span[], wanted: readonly Span[]): Counts {
  const held = (spans: readonly Span[], at: number): boolean =>
    spans.some(({ start, end }) => start <= at && at < end);
  let [right, wrong, missed] = [0, 0, 0];
  for (const at of text.split("").keys()) {
    if (/\s/u.test(text.charAt(at))) continue;
    const [ours, theirs] = [held(found, at), held(wanted, at)];
    if (ours && theirs) right++;
    else if (ours) wrong++;
    else if (theirs) missed++;
  }
  return { right, wrong, missed };
}

const rows = [
  ["characters", "characters"],
  ["spans, equal", "spans"],
  ["spans, half in common", "halves"],
] as const;

/** The figures of the posts, and the posts with the most wrong and missed characters. */
function sectionOf(scored: readonly Scored[]): Section {
  const groupOf = ({ post }: Scored): string => post.group;
  return {
    name: "posts with their parents",
    items: scored.length,
    groups: new Set(scored.map(groupOf)).size,
    baseline: "no quotes",
    figures: rows.flatMap(([name, key]) =>
      spanFigures(
        name,
        scored.map((one) => ({ group: groupOf(one), counts: one[key], baseline: nothingFound(one[key]) })),
      ),
    ),
    coverage: [],
    calibration: null,
    confusion: null,
    mistakes: scored
      .filter((one) => cost(one) > 0)
      .toSorted((a, b) => cost(b) - cost(a) || compareStrings(a.post.id, b.post.id))
      .map(mistakeOf),
  };
}

const nothingFound = ({ right, missed }: Counts): Counts => ({ right: 0, wrong: 0, missed: right + missed });
const cost = ({ characters }: Scored): number => characters.wrong + characters.missed;

function mistakeOf({ post, found, wanted, characters }: Scored): Mistake {
  const isIn = (spans: readonly Span[], span: Span): boolean =>
    spans.some(({ start, end }) => start === span.start && end === span.end);
  const show = (span: Span): string => `${span.start}-${span.end} ${shorten(post.text, span)}`;
  return {
    id: post.id,
    confidence: null,
    said: `${characters.wrong} characters wrong`,
    label: `${characters.missed} missed`,
    lines: [
      ...found.filter((span) => !isIn(wanted, span)).map((span) => `ours   ${show(span)}`),
      ...wanted.filter((span) => !isIn(found, span)).map((span) => `label  ${show(span)}`),
    ],
  };
}

function shorten(text: string, { start, end }: Span): string {
  const words = text.slice(start, end).replaceAll(/\s+/gu, " ");
  return words.length > 100 ? `${words.slice(0, 48)} … ${words.slice(-48)}` : words;
}
