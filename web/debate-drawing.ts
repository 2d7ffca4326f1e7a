import type { DebateOutput } from "#queries/debate.ts";
import { createCardFocus } from "./card-focus.ts";
import { arrangeDebate, type Shown } from "./debate-arrangement.ts";
import type { DebateSelection } from "./debate-selection.ts";
import { h } from "./dom.ts";
import { createGraphView, type GraphView } from "./graph-view.ts";

/** The drawing of a debate, with its own controls; it stays on the page while what it shows changes. */
export interface DebateDrawing {
  readonly element: HTMLElement;
  update(debate: DebateOutput, selection: DebateSelection, open: string | null): void;
  /** Puts the focus on a claim's box, where the claim is drawn. */
  focus(claimId: string): boolean;
  destroy(): void;
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
  let view: GraphView | null = null;
  let shown: (Shown & { readonly key: string }) | null = null;
  let order: readonly (readonly string[])[] = [];
  let openClaim: string | null = null;
  const cards = createCardFocus(layer);

  const focus = (id: string): boolean => {
    if (!cards.focus(id)) return false;
    view?.reveal(id);
    return true;
  };
  const draw = (isNew: boolean) => {
    if (shown === null || stage.clientWidth === 0) return;
    // The canvas takes its size and colours from the page, so it is made once it stands there.
    view ??= createGraphView({ stage, canvas, layer }, { onOpen });
    const focused = cards.focused();
    const drawing = arrangeDebate(layer, shown, { width: stage.clientWidth, onOpen, onFocus: cards.reach });
    order = drawing.order;
    view.draw(drawing, { isNew });
    view.select(openClaim);
    if (isNew && openClaim !== null) view.reveal(openClaim);
    const next = focused !== null && cards.has(focused) ? focused : cards.reachable();
    cards.reach(next !== null && cards.has(next) ? next : (order.flat()[0] ?? null));
    if (focused !== null) cards.focus(focused);
  };

  stage.addEventListener("keydown", (event) => {
    const target = cards.next(order, event.key);
    if (target === null) return;
    event.preventDefault();
    focus(target);
  });
  const stopFollowing = followPage(stage, { onWidth: () => draw(true), onColours: () => view?.recolour() });

  return {
    element: framed(stage, () => view),
    update(debate, selection, open) {
      const key = `${debate.a.label} ${debate.b.label}`;
      const isSame = shown !== null && shown.debate === debate && sameDrawing(shown.selection, selection);
      const isNew = shown?.key !== key;
      shown = { debate, selection, key };
      const isOther = open !== openClaim;
      openClaim = open;
      if (!isSame) draw(isNew);
      view?.select(open);
      if (open !== null && isOther) view?.reveal(open);
    },
    focus,
    destroy() {
      stopFollowing();
      view?.destroy();
    },
  };
}

/** The stage with its buttons, and a word on how to move in it. */
function framed(stage: HTMLElement, view: () => GraphView | null): HTMLElement {
  const control = (name: string, sign: string, act: () => void) =>
    h("button", { type: "button", class: "tool", "aria-label": name, title: name, onclick: act }, sign);
  return h(
    "div",
    { class: "drawing" },
    stage,
    h(
      "div",
      { class: "tools", role: "group", "aria-label": "Zoom" },
      control("Zoom in", "+", () => view()?.zoomBy(1.25)),
      control("Zoom out", "−", () => view()?.zoomBy(0.8)),
      control("Fit all", "⤢", () => view()?.fit()),
      control("Back to the top", "↑", () => view()?.fitWidth()),
    ),
    h(
      "p",
      { class: "unseen", id: "how-to-move" },
      "Arrow keys move between claims, Enter opens one. The list shows the same as tables.",
    ),
  );
}

/** Tells when the stage has another width, and when the page has other colours; returns how to stop. */
function followPage(
  stage: HTMLElement,
  { onWidth, onColours }: { onWidth: () => void; onColours: () => void },
): () => void {
  let width = 0;
  const observer = new ResizeObserver(() => {
    if (stage.clientWidth === width) return;
    width = stage.clientWidth;
    onWidth();
  });
  observer.observe(stage);
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", onColours);
  return () => {
    observer.disconnect();
    scheme.removeEventListener("change", onColours);
  };
}

function sameDrawing(a: DebateSelection, b: DebateSelection): boolean {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join(" ");
  return ids(a.claims) === ids(b.claims) && ids(a.relations) === ids(b.relations);
}
