/** Index of the first of rising numbers that is not less than `least`; their count where all are less. */
export function firstFrom(rising: ArrayLike<number>, least: number): number {
  let [from, to] = [0, rising.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((rising[middle] ?? least) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}
