import type { Link } from "./drawing.ts";

/** How many pairs of links cross between neighbouring columns, given the boxes' centres. */
export function countCrossings(
  boxes: ReadonlyMap<string, { readonly column: number; readonly place: number }>,
  links: readonly Link[],
): number {
  const spans = links.flatMap(({ from, to }) => {
    const a = boxes.get(from);
    const b = boxes.get(to);
    if (a === undefined || b === undefined || a.column === b.column) return [];
    return [a.column < b.column ? { left: a, right: b } : { left: b, right: a }];
  });
  let crossings = 0;
  for (const [index, one] of spans.entries())
    for (const other of spans.slice(index + 1))
      if (
        one.left.column === other.left.column &&
        one.right.column === other.right.column &&
        (one.left.place - other.left.place) * (one.right.place - other.right.place) < 0
      )
        crossings += 1;
  return crossings;
}
