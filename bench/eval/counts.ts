import { randomNumbers } from "../support/words.ts";

/** What was found: right, found in error, not found. */
export interface Counts {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

export function sumOf(counts: readonly Counts[]): Counts {
  let [right, wrong, missed] = [0, 0, 0];
  for (const one of counts) {
    right += one.right;
    wrong += one.wrong;
    missed += one.missed;
  }
  return { right, wrong, missed };
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

export const precisionOf = ({ right, wrong }: Counts): number => share(right, right + wrong);
export const recallOf = ({ right, missed }: Counts): number => share(right, right + missed);
export const f1Of = ({ right, wrong, missed }: Counts): number =>
  share(2 * right, 2 * right + wrong + missed);

/** How often a sample is drawn again for an interval. */
const draws = 1000;
const seed = 11;

/**
 * The middle 95 % of a figure over samples drawn again with replacement, whole groups at a time: items of one
 * thread are alike, and drawing them singly would make the interval too narrow. The same on every run.
 */
export function bootstrap<Item>(
  items: readonly Item[],
  groupOf: (item: Item) => string,
  figure: (items: readonly Item[]) => number,
): readonly [low: number, high: number] {
  const byName = new Map<string, Item[]>();
  for (const item of items) {
    const group = byName.get(groupOf(item));
    if (group === undefined) byName.set(groupOf(item), [item]);
    else group.push(item);
  }
  const groups = [...byName.values()];
  const next = randomNumbers(seed);
  return middleOf(
    Array.from({ length: draws }, () =>
      figure(groups.flatMap(() => groups[Math.floor(next() * groups.length)] ?? [])),
    ),
  );
}

/**
 * The same samples as sums: each group is a row of counts, and each sample the sum of as many rows as there
 * are. For figures that need no more than the counts, of corpora that are too large to be drawn item by item.
 */
export function resampledSums(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const width = rows[0]?.length ?? 0;
  const next = randomNumbers(seed);
  return Array.from({ length: draws }, () => {
    const sum = new Array<number>(width).fill(0);
    for (let drawn = 0; drawn < rows.length; drawn++) {
      const row = rows[Math.floor(next() * rows.length)] ?? [];
      for (let column = 0; column < width; column++) sum[column] = (sum[column] ?? 0) + (row[column] ?? 0);
    }
    return sum;
  });
}

/** The middle 95 % of the figures of many samples. */
export function middleOf(figures: readonly number[]): readonly [low: number, high: number] {
  const sorted = figures.toSorted((a, b) => a - b);
  return [sorted[Math.floor(0.025 * sorted.length)] ?? 0, sorted[Math.floor(0.975 * sorted.length)] ?? 0];
}
