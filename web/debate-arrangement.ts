import type { DebateOutput } from "#queries/debate.ts";
import { claimCard, columnHeading, type DebateClaim } from "./debate-cards.ts";
import { layOutDebate } from "./debate-layout.ts";
import { columnsOf, type DebateSelection } from "./debate-selection.ts";
import type { Layout } from "./drawing.ts";
import type { Drawing } from "./graph-elements.ts";

/** What of a debate is drawn. */
export interface Shown {
  readonly debate: DebateOutput;
  readonly selection: DebateSelection;
}

/** A debate drawn, with the claims of each column from the top. */
interface Arrangement extends Drawing {
  readonly order: readonly (readonly string[])[];
}

/** A claim's box before it has a place. */
interface Unplaced {
  readonly id: string;
  readonly element: HTMLElement;
  readonly claim: DebateClaim;
  readonly column: number;
}

const narrow = 600;

/** How wide boxes are, by the room there is. On a narrow screen all stand in one column, in the order of time. */
function sizes(width: number, columns: number): { columns: number; boxWidth: number; gutter: number } {
  if (width < narrow) return { columns: 1, boxWidth: Math.max(200, width - 96), gutter: 0 };
  const gutter = columns > 2 ? 92 : 156;
  const room = (width - 110 - (columns - 1) * gutter) / columns;
  return { columns, boxWidth: Math.round(Math.min(340, Math.max(columns > 2 ? 200 : 236, room))), gutter };
}

/**
 * Makes the boxes of a debate and gives them places.
 *
 * Boxes are as high as their words need, so they are put into `layer`, laid out by the browser, and then placed.
 *
 * @param options.width - of the room for all of them, in pixels.
 * @param options.onOpen - told which claim the reader chose.
 * @param options.onFocus - told which claim's box has the focus.
 */
export function arrangeDebate(
  layer: HTMLElement,
  { debate, selection }: Shown,
  { width, onOpen, onFocus }: { width: number; onOpen: (id: string) => void; onFocus: (id: string) => void },
): Arrangement {
  const columns = columnsOf(debate, selection.claims);
  const size = sizes(width, columns.length);
  const isSingle = size.columns === 1;
  const relationsOf = countRelations(selection);
  const cards = selection.claims.map((claim): Unplaced => {
    const side = isSingle ? sideLabel(debate, claim) : null;
    const element = claimCard(claim, relationsOf.get(claim.id) ?? 0, side);
    element.style.width = `${size.boxWidth}px`;
    element.addEventListener("click", () => onOpen(claim.id));
    element.addEventListener("focus", () => onFocus(claim.id));
    const column = isSingle ? 0 : columns.findIndex(({ claimIds }) => claimIds.has(claim.id));
    return { id: claim.id, element, claim, column };
  });
  const headings = isSingle ? [] : columns.map((column) => columnHeading(column, size.boxWidth));
  layer.replaceChildren(...headings, ...cards.map(({ element }) => element));
  const top = headings.length === 0 ? 4 : Math.max(...headings.map((heading) => heading.offsetHeight)) + 18;
  const layout = layOutDebate(
    cards.map(({ id, element, claim, column }) => ({
      ...{ id, column },
      height: element.offsetHeight,
      time: readingOrder(claim),
    })),
    selection.relations.map(({ id, from, to }) => ({ id, from: from.claimId, to: to.claimId })),
    { ...size, columns: Math.max(1, size.columns), top },
  );
  const placed = place(cards, headings, layout);
  return {
    cards: placed,
    headings,
    layout,
    boxWidth: size.boxWidth,
    edges: selection.relations.map(({ id, kind, from, to, confidence, isSuggestion }) => ({
      ...{ id, kind, confidence, isSuggestion },
      ...{ from: from.claimId, to: to.claimId },
    })),
    order: layout.columns.map((_, index) =>
      placed.filter(({ column }) => column === index).map(({ id }) => id),
    ),
  };
}

/** How many of the relations drawn end on each claim. */
function countRelations({ relations }: DebateSelection): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { from, to } of relations)
    for (const id of [from.claimId, to.claimId]) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function sideLabel(debate: DebateOutput, claim: DebateClaim): string | null {
  return debate.sides.find(({ id }) => id === claim.side)?.label ?? null;
}

/** Orders claims by time, and those of one comment as they stand in it. */
function readingOrder({ words }: DebateClaim): string {
  const { createdAt, commentId, span } = words;
  return [createdAt ?? "", commentId, String(span.start).padStart(9, "0")].join(" ");
}

/** Puts headings and boxes where the layout has them; returns the boxes column by column, from the top. */
function place(
  cards: readonly Unplaced[],
  headings: readonly HTMLElement[],
  layout: Layout,
): readonly Unplaced[] {
  for (const [index, heading] of headings.entries()) heading.style.left = `${layout.columns[index] ?? 0}px`;
  for (const { id, element } of cards) {
    const box = layout.boxes.get(id);
    element.style.left = `${box?.x ?? 0}px`;
    element.style.top = `${box?.y ?? 0}px`;
  }
  return cards.toSorted((a, b) => {
    const [p, q] = [layout.boxes.get(a.id), layout.boxes.get(b.id)];
    return (p?.x ?? 0) - (q?.x ?? 0) || (p?.y ?? 0) - (q?.y ?? 0);
  });
}
