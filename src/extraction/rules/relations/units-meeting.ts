import type { Span } from "../../../model/span.ts";
import type { Unit } from "./units.ts";

/** For each statement of a text the furthest end of it and those before it. It never falls, so it can be searched by halves. */
const remembered = new WeakMap<readonly Unit[], readonly number[]>();

function furthestEnds(units: readonly Unit[]): readonly number[] {
  const known = remembered.get(units);
  if (known !== undefined) return known;
  let furthest = 0;
  const ends = units.map(({ place }) => {
    furthest = Math.max(furthest, place.span.end);
    return furthest;
  });
  remembered.set(units, ends);
  return ends;
}

/**
 * The statements of one text that share words with a span, in reading order.
 *
 * Linear in what is found and in the logarithm of the statements, once the list was asked before.
 *
 * @param units - in reading order, none empty.
 */
export function unitsMeeting(units: readonly Unit[], { start, end }: Span): readonly Unit[] {
  const ends = furthestEnds(units);
  let [from, to] = [0, units.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ends[middle] ?? 0) <= start) from = middle + 1;
    else to = middle;
  }
  const found: Unit[] = [];
  for (let at = from; at < units.length; at++) {
    const unit = units[at];
    if (unit === undefined || unit.place.span.start >= end) break;
    if (unit.place.span.end > start) found.push(unit);
  }
  return found;
}
