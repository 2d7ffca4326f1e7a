import type { DebateOutput } from "#queries/debate.ts";
import { authorText, plainText } from "./author-text.ts";
import { layOutDebate } from "./debate-layout.ts";
import { type Column, columnsOf, type DebateSelection } from "./debate-selection.ts";
import { h } from "./dom.ts";
import { count, formatDay } from "./format.ts";
import { createGraphView, type GraphView } from "./graph-view.ts";

type DebateClaim = DebateOutput["claims"][number];

/** The drawing of a debate, with its own controls; it stays on the page while what it shows changes. */
export interface DebateDrawing {
  readonly element: HTMLElement;
  update(debate: DebateOutput, selection: DebateSelection, open: string | null): void;
  /** Puts the focus on a claim's box, where the claim is drawn. */
  focus(claimId: string): boolean;
  destroy(): void;
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
 * @param onOpen - told which claim the reader chose, by a click, a tap or the keyboard, or which relation, by
 *   a click.
 */
export function createDebateDrawing({ onOpen }: { onOpen: (id: string) => void }): DebateDrawing {
  const canvas = h("div", { class: "canvas", "aria-hidden": "true" });
  const layer = h("div", { class: "layer" });
  const stage = h(
    "div",
    { class: "stage", role: "group", "aria-label": "The debate drawn", "aria-describedby": "how-to-move" },
    canvas,
    layer,
  );
  const control = (name: string, sign: string, act: () => void) =>
    h("button", { type: "button", class: "tool", "aria-label": name, title: name, onclick: act }, sign);
  const element = h(
    "div",
    { class: "drawing" },
    stage,
    h(
      "div",
      { class: "tools", role: "group", "aria-label": "Zoom" },
      control("Zoom in", "+", () => view?.zoomBy(1.25)),
      control("Zoom out", "−", () => view?.zoomBy(0.8)),
      control("Fit all", "⤢", () => view?.fit()),
      control("Back to the top", "↑", () => view?.fitWidth()),
    ),
    h(
      "p",
      { class: "unseen", id: "how-to-move" },
      "Arrow keys move between claims, Enter opens one. The list shows the same as tables.",
    ),
  );
  let view: GraphView | null = null;
  let drawn: { debate: DebateOutput; selection: DebateSelection; key: string } | null = null;
  let order: string[][] = [];
  let reachable: string | null = null;
  let openClaim: string | null = null;

  const cardOf = (id: string) => layer.querySelector<HTMLElement>(`[data-claim="${CSS.escape(id)}"]`);
  const reach = (id: string | null) => {
    if (reachable !== null) cardOf(reachable)?.setAttribute("tabindex", "-1");
    reachable = id;
    if (id !== null) cardOf(id)?.setAttribute("tabindex", "0");
  };
  const focus = (id: string): boolean => {
    const card = cardOf(id);
    if (card === null) return false;
    reach(id);
    card.focus({ preventScroll: true });
    view?.reveal(id);
    return true;
  };

  const draw = (isNew: boolean) => {
    if (drawn === null || stage.clientWidth === 0) return;
    // The canvas takes its size and colours from the page, so it is made once it stands there.
    view ??= createGraphView({ stage, canvas, layer }, { onOpen });
    const { debate, selection } = drawn;
    const focused = document.activeElement?.getAttribute("data-claim") ?? null;
    const columns = columnsOf(debate, selection.claims);
    const size = sizes(stage.clientWidth, columns.length);
    const isSingle = size.columns === 1;
    const columnOf = new Map(
      columns.flatMap(({ claimIds }, index) =>
        [...claimIds].map((id) => [id, isSingle ? 0 : index] as const),
      ),
    );
    const relationsOf = new Map<string, number>();
    for (const { from, to } of selection.relations)
      for (const id of [from.claimId, to.claimId]) relationsOf.set(id, (relationsOf.get(id) ?? 0) + 1);
    const cards = selection.claims.map((claim) => {
      const card = claimCard(
        claim,
        relationsOf.get(claim.id) ?? 0,
        isSingle ? sideLabel(debate, claim) : null,
      );
      card.style.width = `${size.boxWidth}px`;
      card.addEventListener("click", () => onOpen(claim.id));
      card.addEventListener("focus", () => reach(claim.id));
      return { id: claim.id, element: card };
    });
    const headings = isSingle ? [] : columns.map((column) => columnHeading(column, size.boxWidth));
    // Boxes are as high as their words need, so they are laid out by the browser before they are placed.
    layer.replaceChildren(...headings, ...cards.map((card) => card.element));
    const top = headings.length === 0 ? 4 : Math.max(...headings.map((heading) => heading.offsetHeight)) + 18;
    const layout = layOutDebate(
      cards.map(({ id, element: card }, index) => ({
        id,
        column: columnOf.get(id) ?? 0,
        height: card.offsetHeight,
        time: readingOrder(selection.claims[index]),
      })),
      selection.relations.map(({ id, from, to }) => ({ id, from: from.claimId, to: to.claimId })),
      { ...size, columns: Math.max(1, size.columns), top },
    );
    for (const [index, heading] of headings.entries()) heading.style.left = `${layout.columns[index] ?? 0}px`;
    for (const { id, element: card } of cards) {
      const place = layout.boxes.get(id);
      card.style.left = `${place?.x ?? 0}px`;
      card.style.top = `${place?.y ?? 0}px`;
    }
    const placed = cards.toSorted((a, b) => {
      const [p, q] = [layout.boxes.get(a.id), layout.boxes.get(b.id)];
      return (p?.x ?? 0) - (q?.x ?? 0) || (p?.y ?? 0) - (q?.y ?? 0);
    });
    order = layout.columns.map((_, column) =>
      placed.filter(({ id }) => (columnOf.get(id) ?? 0) === column).map(({ id }) => id),
    );
    view.draw(
      {
        cards: placed,
        headings,
        layout,
        boxWidth: size.boxWidth,
        edges: selection.relations.map(({ id, kind, from, to, confidence, isSuggestion }) => ({
          id,
          kind,
          from: from.claimId,
          to: to.claimId,
          confidence,
          isSuggestion,
        })),
      },
      { isNew },
    );
    view.select(openClaim);
    if (isNew && openClaim !== null) view.reveal(openClaim);
    const next = focused !== null && cardOf(focused) !== null ? focused : reachable;
    reach(next !== null && cardOf(next) !== null ? next : (order.flat()[0] ?? null));
    if (focused !== null && cardOf(focused) !== null) cardOf(focused)?.focus({ preventScroll: true });
  };

  stage.addEventListener("keydown", (event) => {
    const current = document.activeElement?.getAttribute("data-claim") ?? null;
    const target = current === null ? null : neighbourIn(order, current, event.key, centreOf);
    if (target === null) return;
    event.preventDefault();
    focus(target);
  });
  const centreOf = (id: string) => {
    const card = cardOf(id);
    return card === null ? 0 : card.offsetTop + card.offsetHeight / 2;
  };

  let width = 0;
  const observer = new ResizeObserver(() => {
    if (stage.clientWidth === width) return;
    width = stage.clientWidth;
    draw(true);
  });
  observer.observe(stage);
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const recolour = () => view?.recolour();
  scheme.addEventListener("change", recolour);

  return {
    element,
    update(debate, selection, open) {
      const key = `${debate.a.label} ${debate.b.label}`;
      const isSame = drawn !== null && drawn.debate === debate && sameDrawing(drawn.selection, selection);
      const isNew = drawn?.key !== key;
      drawn = { debate, selection, key };
      const isOther = open !== openClaim;
      openClaim = open;
      if (!isSame) draw(isNew);
      view?.select(open);
      if (open !== null && isOther) view?.reveal(open);
    },
    focus,
    destroy() {
      observer.disconnect();
      scheme.removeEventListener("change", recolour);
      view?.destroy();
    },
  };
}

/** Orders claims by time, and those of one comment as they stand in it. */
function readingOrder(claim: DebateClaim | undefined): string {
  if (claim === undefined) return "";
  const { createdAt, commentId, span } = claim.words;
  return [createdAt ?? "", commentId, String(span.start).padStart(9, "0")].join(" ");
}

function sameDrawing(a: DebateSelection, b: DebateSelection): boolean {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join(" ");
  return ids(a.claims) === ids(b.claims) && ids(a.relations) === ids(b.relations);
}

function claimCard(claim: DebateClaim, relations: number, side: string | null): HTMLElement {
  const who = claim.words.speaker?.name ?? "speaker unknown";
  return h(
    "button",
    {
      type: "button",
      class: `card ${claim.side ?? "apart"}`,
      tabindex: "-1",
      "data-claim": claim.id,
      "data-key": `card ${claim.id}`,
      title: plainText(claim.text),
    },
    h(
      "span",
      { class: "card-head" },
      h("span", { class: "card-who" }, authorText(who)),
      h("span", { class: "when" }, formatDay(claim.words.createdAt)),
    ),
    h("span", { class: "card-words" }, authorText(claim.text)),
    side === null ? null : h("span", { class: "card-side" }, authorText(side)),
    h("span", { class: "unseen" }, `, ${count(relations, "relation")} drawn`),
  );
}

function sideLabel(debate: DebateOutput, claim: DebateClaim): string | null {
  return debate.sides.find(({ id }) => id === claim.side)?.label ?? null;
}

function columnHeading({ title, detail, side }: Column, width: number): HTMLElement {
  const heading = h(
    "div",
    { class: `column-heading ${side ?? "apart"}` },
    h("h2", {}, authorText(title)),
    detail === "" ? null : h("p", {}, authorText(detail)),
  );
  heading.style.width = `${width}px`;
  return heading;
}

/** The claim that an arrow key leads to: up and down in a column, across to the nearest in the next one. */
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
