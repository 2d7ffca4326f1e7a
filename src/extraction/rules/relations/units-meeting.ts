import type { Span } from "../../../model/span.ts";
import { SpanIndex } from "../../../text/span-index.ts";
import type { Unit } from "./units.ts";

const remembered = new WeakMap<readonly Unit[], SpanIndex<Unit>>();

/**
 * The statements of one text that share words with a span, in reading order.
 *
 * Linear in what is found and in the logarithm of the statements, once the list was asked before.
 *
 * @param units - in reading order, none empty.
 */
export function unitsMeeting(units: readonly Unit[], span: Span): readonly Unit[] {
  const known = remembered.get(units) ?? new SpanIndex(units, ({ place }) => place.span);
  remembered.set(units, known);
  return known.meeting(span);
}
