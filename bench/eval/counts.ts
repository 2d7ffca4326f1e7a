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
  for (const item of items) byName.set(groupOf(item), [...(byName.get(groupOf(item)) ?? []), item]);
  const groups = [...byName.values()];
  const next = randomNumbers(11);
  const figures = Array.from({ length: draws }, () =>
    figure(groups.flatMap(() => groups[Math.floor(next() * groups.length)] ?? [])),
  ).sort((a, b) => a - b);
  return [figures[Math.floor(0.025 * draws)] ?? 0, figures[Math.floor(0.975 * draws)] ?? 0];
}
