import type { Span } from "../../model/span.ts";

interface Word {
  readonly key: string;
  readonly span: Span;
}

/** Texts with more words than this are compared by their common start and end only. */
const mostWords = 400;

/**
 * Which words went away and which are new between two wordings, as spans in either text.
 *
 * Words are compared without case; punctuation between two changed words belongs to the change.
 *
 *     before  RL is dangerous.                    removed  –
 *     after   RL is dangerous when it plans.      added    "when it plans"
 *
 * By the longest common subsequence of words, in time proportional to the product of their counts. Of several
 * longest ones it keeps the words that match earliest.
 */
export function compareWordings(
  before: string,
  after: string,
): { readonly removed: readonly Span[]; readonly added: readonly Span[] } {
  const old = wordsOf(before);
  const now = wordsOf(after);
  let start = 0;
  while (start < old.length && start < now.length && old[start]?.key === now[start]?.key) start += 1;
  let end = 0;
  while (
    end < Math.min(old.length, now.length) - start &&
    old[old.length - 1 - end]?.key === now[now.length - 1 - end]?.key
  )
    end += 1;
  const oldMiddle = old.slice(start, old.length - end);
  const newMiddle = now.slice(start, now.length - end);
  const kept =
    Math.max(oldMiddle.length, newMiddle.length) > mostWords
      ? { old: new Set<number>(), now: new Set<number>() }
      : common(oldMiddle, newMiddle);
  return { removed: runs(oldMiddle, kept.old), added: runs(newMiddle, kept.now) };
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu)].map((match) => ({
    key: match[0].toLowerCase().replaceAll("’", "'"),
    span: { start: match.index, end: match.index + match[0].length },
  }));
}

/** The positions in both lists of a longest common subsequence. */
function common(old: readonly Word[], now: readonly Word[]): { old: Set<number>; now: Set<number> } {
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        old[i]?.key === now[j]?.key ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const kept = { old: new Set<number>(), now: new Set<number>() };
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    if (old[i]?.key === now[j]?.key) {
      kept.old.add(i);
      kept.now.add(j);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return kept;
}

/** The stretches of words that are not kept. */
function runs(words: readonly Word[], kept: ReadonlySet<number>): readonly Span[] {
  const spans: { start: number; end: number }[] = [];
  words.forEach((word, index) => {
    if (kept.has(index)) return;
    const last = spans.at(-1);
    if (last !== undefined && index > 0 && !kept.has(index - 1)) last.end = word.span.end;
    else spans.push({ ...word.span });
  });
  return spans;
}
