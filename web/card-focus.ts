/** The claims' boxes in `layer`, of which the Tab key reaches one, and arrow keys lead from one to another. */
export interface CardFocus {
  /** The id of the claim whose box has the focus. */
  focused(): string | null;
  has(id: string): boolean;
  /** The Tab key reaches the box of this claim alone. */
  reach(id: string | null): void;
  reachable(): string | null;
  /** Puts the focus on a claim's box, where the claim is drawn. */
  focus(id: string): boolean;
  /** The claim that an arrow key leads to from the box that has the focus, in columns that hold claims from the top. */
  next(columns: readonly (readonly string[])[], key: string): string | null;
}

export function createCardFocus(layer: HTMLElement): CardFocus {
  let reachable: string | null = null;
  const cardOf = (id: string) => layer.querySelector<HTMLElement>(`[data-claim="${CSS.escape(id)}"]`);
  const centreOf = (id: string) => {
    const card = cardOf(id);
    return card === null ? 0 : card.offsetTop + card.offsetHeight / 2;
  };
  const focused = () => document.activeElement?.getAttribute("data-claim") ?? null;
  const reach = (id: string | null) => {
    if (reachable !== null) cardOf(reachable)?.setAttribute("tabindex", "-1");
    reachable = id;
    if (id !== null) cardOf(id)?.setAttribute("tabindex", "0");
  };
  return {
    focused,
    has: (id) => cardOf(id) !== null,
    reach,
    reachable: () => reachable,
    focus(id) {
      const card = cardOf(id);
      if (card === null) return false;
      reach(id);
      card.focus({ preventScroll: true });
      return true;
    },
    next(columns, key) {
      const current = focused();
      return current === null ? null : neighbourIn(columns, current, key, centreOf);
    },
  };
}

/** Where an arrow key leads: up and down in a column, across to the nearest in the next one. */
function neighbourIn(
  order: readonly (readonly string[])[],
  current: string,
  key: string,
  centreOf: (id: string) => number,
): string | null {
  const column = order.findIndex((ids) => ids.includes(current));
  const ids = order[column] ?? [];
  const row = ids.indexOf(current);
  const nearestIn = (other: readonly string[] | undefined): string | null =>
    (other ?? []).toSorted(
      (a, b) => Math.abs(centreOf(a) - centreOf(current)) - Math.abs(centreOf(b) - centreOf(current)),
    )[0] ?? null;
  switch (key) {
    case "ArrowUp":
      return ids[row - 1] ?? null;
    case "ArrowDown":
      return ids[row + 1] ?? null;
    case "ArrowLeft":
      return nearestIn(order.slice(0, Math.max(0, column)).findLast((it) => it.length > 0));
    case "ArrowRight":
      return nearestIn(order.slice(column + 1).find((it) => it.length > 0));
    case "Home":
      return ids[0] ?? null;
    case "End":
      return ids.at(-1) ?? null;
    default:
      return null;
  }
}
