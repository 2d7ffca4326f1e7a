import { readFile } from "node:fs/promises";
import { z } from "zod";
import { type QuoteCandidate, resolveQuotes } from "../../src/linking/resolve-quotes.ts";
import { overlap, type Span } from "../../src/model/span.ts";
import { bootstrap, type Counts, f1Of, precisionOf, recallOf, sumOf } from "./counts.ts";

/** A post whose quotes lost their marks, beside the post that it answers. */
const QuotingPost = z.object({
  id: z.string(),
  group: z.string().nullish(),
  text: z.string(),
  parent: z.string(),
  label: z.array(z.tuple([z.int(), z.int(), z.literal("quote")])),
});
type QuotingPost = z.output<typeof QuotingPost>;

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
export async function measureQuotes(file: string): Promise<readonly Scored[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.length > 0);
  return lines.map((line) => scoreOf(QuotingPost.parse(JSON.parse(line))));
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
    spans: matched(found, wanted, (a, b) => a.start === b.start && a.end === b.end),
    halves: matched(
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

function matched(
  found: readonly Span[],
  wanted: readonly Span[],
  isSame: (a: Span, b: Span) => boolean,
): Counts {
  const left = [...wanted];
  for (const span of found) {
    const at = left.findIndex((one) => isSame(one, span));
    if (at >= 0) left.splice(at, 1);
  }
  const right = wanted.length - left.length;
  return { right, wrong: found.length - right, missed: left.length };
}

const rows = [
  ["characters", "characters"],
  ["spans, equal", "spans"],
  ["spans, half in common", "halves"],
] as const;

/** Prints the figures with their intervals and the posts with the most wrong and missed characters. */
export function printQuotes(scored: readonly Scored[], worst: number): void {
  console.log(`${scored.length} posts with their parents`);
  for (const [name, key] of rows) {
    const total = sumOf(scored.map((one) => one[key]));
    const [low, high] = bootstrap(
      scored,
      ({ post }) => post.group ?? post.id,
      (items) => f1Of(sumOf(items.map((one) => one[key]))),
    );
    const figures = [f1Of(total), low, high, precisionOf(total), recallOf(total)].map((one) =>
      one.toFixed(3),
    );
    const [f1, from, to, precision, recall] = figures;
    console.log(`  ${name.padEnd(22)} F1 ${f1} (95 % ${from} to ${to})  p ${precision} r ${recall}`);
  }
  const cost = ({ characters }: Scored): number => characters.wrong + characters.missed;
  for (const one of scored.toSorted((a, b) => cost(b) - cost(a)).slice(0, worst)) {
    const { post, found, wanted, characters } = one;
    console.log(`\n${post.id}: ${characters.wrong} characters wrong, ${characters.missed} missed`);
    for (const span of found)
      if (!wanted.some((other) => other.start === span.start && other.end === span.end))
        console.log(`  ours   ${show(post.text, span)}`);
    for (const span of wanted)
      if (!found.some((other) => other.start === span.start && other.end === span.end))
        console.log(`  label  ${show(post.text, span)}`);
  }
}

function show(text: string, { start, end }: Span): string {
  const words = text.slice(start, end).replaceAll(/\s+/gu, " ");
  const short = words.length > 100 ? `${words.slice(0, 48)} … ${words.slice(-48)}` : words;
  return `${start}-${end} ${short}`;
}
