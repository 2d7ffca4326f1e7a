import type { Span } from "../../../src/model/span.ts";
import { type Counts, f1Of, middleOf, precisionOf, recallOf, resampledSums, sumOf } from "../counts.ts";
import type { ReportedFigure } from "./report.ts";

/** What was found of one text, and what the baseline finds of it. */
export interface CountedItem {
  readonly group: string;
  readonly counts: Counts;
  readonly baseline: Counts;
}

/** Counts found spans that are the same as a wanted one, each wanted one once, in the order found. */
export function matchSpans(
  found: readonly Span[],
  wanted: readonly Span[],
  isSame: (found: Span, wanted: Span) => boolean,
): Counts {
  const left = [...wanted];
  for (const span of found) {
    const at = left.findIndex((one) => isSame(span, one));
    if (at >= 0) left.splice(at, 1);
  }
  const right = wanted.length - left.length;
  return { right, wrong: found.length - right, missed: left.length };
}

/** F1 with its interval, precision and recall of counts that are summed over all items. */
export function spanFigures(name: string, items: readonly CountedItem[]): readonly ReportedFigure[] {
  const byGroup = new Map<string, Counts[]>();
  for (const { group, counts } of items) {
    const known = byGroup.get(group);
    if (known === undefined) byGroup.set(group, [counts]);
    else known.push(counts);
  }
  const groups = [...byGroup.values()].map(sumOf);
  const sum = sumOf(groups);
  const plain = sumOf(items.map(({ baseline }) => baseline));
  const samples = resampledSums(groups.map(({ right, wrong, missed }) => [right, wrong, missed]));
  const f1s = samples.map(([right = 0, wrong = 0, missed = 0]) => f1Of({ right, wrong, missed }));
  const precision = plain.right + plain.wrong === 0 ? null : precisionOf(plain);
  return [
    { name: `${name}, F1`, value: f1Of(sum), interval: middleOf(f1s), baseline: f1Of(plain) },
    { name: `${name}, precision`, value: precisionOf(sum), interval: null, baseline: precision },
    { name: `${name}, recall`, value: recallOf(sum), interval: null, baseline: recallOf(plain) },
  ];
}
