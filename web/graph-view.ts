import cytoscape from "cytoscape";
import { type Drawing, elementsOf } from "./graph-elements.ts";
import { styleSheet } from "./graph-style.ts";
import { fitWhole, fitWidth, maxZoom, minZoom, moveByWheel, reveal, zoomBy } from "./graph-viewport.ts";

/** A drawing on the page. It keeps its zoom and place while what it shows changes. */
export interface GraphView {
  /** Draws; `isNew` also puts the view back to the top. */
  draw(drawing: Drawing, options: { isNew: boolean }): void;
  /**
   * Shows one claim with its neighbours, or one relation with its ends, and dims the rest; null shows all
   * alike.
   */
  select(id: string | null): void;
  /** Moves the view so that a claim is seen whole. */
  reveal(id: string): void;
  zoomBy(factor: number): void;
  /** The whole drawing in the view, as small as that needs. */
  fit(): void;
  /** As wide as the view, from the top, never larger than life. */
  fitWidth(): void;
  recolour(): void;
  destroy(): void;
}

/**
 * Makes a drawing in `stage`: cytoscape draws the wires on a canvas and takes the gestures, and the claims' boxes
 * lie above it as elements that follow its zoom and place.
 */
export function createGraphView(
  { stage, canvas, layer }: { stage: HTMLElement; canvas: HTMLElement; layer: HTMLElement },
  { onOpen }: { onOpen: (id: string) => void },
): GraphView {
  const core = cytoscape({
    container: canvas,
    style: styleSheet(canvas),
    layout: { name: "preset" },
    minZoom,
    maxZoom,
    autoungrabify: true,
    autounselectify: true,
    boxSelectionEnabled: false,
  });
  const viewport = { core, canvas };
  let drawing: Drawing | null = null;
  let selected: string | null = null;
  const cards = new Map<string, HTMLElement>();

  const follow = () => {
    const { x, y } = core.pan();
    layer.style.transform = `translate(${x}px, ${y}px) scale(${core.zoom()})`;
  };
  core.on("viewport", follow);
  core.on("tap", "node, edge", (event) => onOpen(event.target.id()));
  markHovered(core, canvas, cards);
  const onWheel = (event: WheelEvent) => moveByWheel(viewport, drawing?.layout ?? null, event);
  stage.addEventListener("wheel", onWheel, { capture: true, passive: false });

  return {
    draw(next, { isNew }) {
      drawing = next;
      cards.clear();
      for (const { id, element } of next.cards) cards.set(id, element);
      layer.replaceChildren(...next.headings, ...next.cards.map(({ element }) => element));
      core.batch(() => {
        core.elements().remove();
        core.add(elementsOf(next));
      });
      if (isNew) fitWidth(viewport, next.layout);
      follow();
      showSelected(core, cards, selected);
    },
    select(id) {
      selected = id;
      showSelected(core, cards, id);
    },
    reveal: (id) => reveal(viewport, id),
    zoomBy: (factor) => zoomBy(viewport, factor),
    fit() {
      if (drawing !== null) fitWhole(viewport, drawing.layout);
    },
    fitWidth() {
      if (drawing !== null) fitWidth(viewport, drawing.layout);
    },
    recolour() {
      core.style(styleSheet(canvas));
    },
    destroy() {
      stage.removeEventListener("wheel", onWheel, { capture: true });
      core.destroy();
    },
  };
}

/** Marks what the mouse is over: a wire in the drawing, a claim by its box. */
function markHovered(
  core: cytoscape.Core,
  canvas: HTMLElement,
  cards: ReadonlyMap<string, HTMLElement>,
): void {
  core.on("mouseover", "node, edge", (event) => {
    canvas.classList.add("over");
    if (event.target.isNode()) cards.get(event.target.id())?.classList.add("hover");
    else event.target.addClass("hover");
  });
  core.on("mouseout", "node, edge", (event) => {
    canvas.classList.remove("over");
    if (event.target.isNode()) cards.get(event.target.id())?.classList.remove("hover");
    else event.target.removeClass("hover");
  });
}

/** Dims what does not belong to the claim or relation of this id; null dims nothing. */
function showSelected(
  core: cytoscape.Core,
  cards: ReadonlyMap<string, HTMLElement>,
  id: string | null,
): void {
  const chosen = id === null ? null : core.getElementById(id);
  const near = chosen?.nonempty() === true ? around(chosen) : null;
  core.batch(() => {
    core.edges().removeClass("dim near");
    if (near === null) return;
    core.edges().difference(near).addClass("dim");
    near.edges().addClass("near");
  });
  for (const [card, element] of cards) {
    element.classList.toggle("dim", near !== null && !near.has(core.getElementById(card)));
    element.classList.toggle("selected", card === id);
    if (card === id) element.setAttribute("aria-current", "true");
    else element.removeAttribute("aria-current");
  }
}

/** A claim with its relations and what they join it to; a relation with its two claims. */
function around(chosen: cytoscape.CollectionReturnValue): cytoscape.CollectionReturnValue {
  return chosen.group() === "edges" ? chosen.union(chosen.connectedNodes()) : chosen.closedNeighborhood();
}
