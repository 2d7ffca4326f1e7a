import cytoscape from "cytoscape";
import type { Layout, Point, Wire } from "./drawing.ts";
import { kindLooks, suggestionLook } from "./relation-kinds.ts";
import { type Kind, kinds } from "./route.ts";

/** A claim's box: a real element, so that its words are real text that a screen reader and the keyboard reach. */
interface Card {
  readonly id: string;
  readonly element: HTMLElement;
}

interface Edge {
  readonly id: string;
  readonly kind: Kind;
  readonly from: string;
  readonly to: string;
  /** 0 to 1; a surer relation has a thicker line. */
  readonly confidence: number;
  /** Drawn with short dashes and the word, whatever its kind. */
  readonly isSuggestion: boolean;
}

interface Drawing {
  readonly cards: readonly Card[];
  readonly headings: readonly HTMLElement[];
  readonly edges: readonly Edge[];
  readonly layout: Layout;
  readonly boxWidth: number;
}

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

const minZoom = 0.2;
const maxZoom = 2.5;
const inset = 8;
/** Room under the drawing, so that the zoom buttons cover nothing at its end. */
const foot = 60;

/**
 * Makes a drawing in `stage`: cytoscape draws the wires on a canvas and takes the gestures, and the claims' boxes
 * lie above it as elements that follow its zoom and place.
 *
 * A wheel scrolls; with Ctrl, or by a pinch, it zooms.
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
  let drawing: Drawing | null = null;
  let selected: string | null = null;
  const cards = new Map<string, HTMLElement>();

  const follow = () => {
    const { x, y } = core.pan();
    layer.style.transform = `translate(${x}px, ${y}px) scale(${core.zoom()})`;
  };
  core.on("viewport", follow);
  core.on("tap", "node, edge", (event) => onOpen(event.target.id()));
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

  const onWheel = (event: WheelEvent) => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      const box = canvas.getBoundingClientRect();
      const zoom = core.zoom() * Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.03 : 0.004));
      core.zoom({
        level: zoom,
        renderedPosition: { x: event.clientX - box.left, y: event.clientY - box.top },
      });
      return;
    }
    event.stopPropagation();
    const unit = event.deltaMode === 1 ? 18 : 1;
    const before = core.pan();
    const after = bounded({ x: before.x - event.deltaX * unit, y: before.y - event.deltaY * unit });
    // At its end the drawing lets the page scroll on.
    if (after.x === before.x && after.y === before.y) return;
    event.preventDefault();
    core.pan(after);
  };
  stage.addEventListener("wheel", onWheel, { capture: true, passive: false });

  /** A pan that leaves no more than a strip of nothing beside the drawing. */
  const bounded = ({ x, y }: Point): Point => {
    if (drawing === null) return { x, y };
    const { width, height } = drawing.layout;
    const zoom = core.zoom();
    const limit = (value: number, size: number, view: number) =>
      size + 2 * inset <= view
        ? Math.min(Math.max(value, Math.min(inset, value)), view - size - inset)
        : Math.min(inset, Math.max(view - size - inset, value));
    return {
      x: limit(x, width * zoom, canvas.clientWidth),
      y: limit(y, height * zoom + foot, canvas.clientHeight),
    };
  };

  const view: GraphView = {
    draw(next, { isNew }) {
      drawing = next;
      cards.clear();
      for (const { id, element } of next.cards) cards.set(id, element);
      layer.replaceChildren(...next.headings, ...next.cards.map(({ element }) => element));
      core.batch(() => {
        core.elements().remove();
        core.add(elementsOf(next));
      });
      if (isNew) view.fitWidth();
      follow();
      view.select(selected);
    },
    select(id) {
      selected = id;
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
    },
    reveal(id) {
      const node = core.getElementById(id);
      if (node.empty() || node.group() === "edges") return;
      const box = node.renderedBoundingBox({ includeLabels: false });
      const { x, y } = core.pan();
      const shift = (from: number, to: number, size: number) =>
        from < inset * 3
          ? inset * 3 - from
          : to > size - inset * 3
            ? Math.max(size - inset * 3 - to, inset * 3 - from)
            : 0;
      core.pan({
        x: x + shift(box.x1, box.x2, canvas.clientWidth),
        y: y + shift(box.y1, box.y2, canvas.clientHeight),
      });
    },
    zoomBy(factor) {
      core.zoom({
        level: core.zoom() * factor,
        renderedPosition: { x: canvas.clientWidth / 2, y: canvas.clientHeight / 2 },
      });
    },
    fit() {
      if (drawing === null) return;
      const { width, height } = drawing.layout;
      const zoom = Math.min(
        1,
        (canvas.clientWidth - 2 * inset) / width,
        (canvas.clientHeight - 2 * inset) / height,
      );
      core.viewport({ zoom, pan: centred(width, zoom) });
    },
    fitWidth() {
      if (drawing === null) return;
      const zoom = Math.max(minZoom, Math.min(1, (canvas.clientWidth - 2 * inset) / drawing.layout.width));
      core.viewport({ zoom, pan: centred(drawing.layout.width, zoom) });
    },
    recolour() {
      core.style(styleSheet(canvas));
    },
    destroy() {
      stage.removeEventListener("wheel", onWheel, { capture: true });
      core.destroy();
    },
  };
  const centred = (width: number, zoom: number): Point => ({
    x: Math.max(inset, (canvas.clientWidth - width * zoom) / 2),
    y: inset,
  });
  return view;
}

/** A claim with its relations and what they join it to; a relation with its two claims. */
function around(chosen: cytoscape.CollectionReturnValue): cytoscape.CollectionReturnValue {
  return chosen.group() === "edges" ? chosen.union(chosen.connectedNodes()) : chosen.closedNeighborhood();
}

function elementsOf({ cards, edges, layout, boxWidth }: Drawing): cytoscape.ElementDefinition[] {
  const heights = new Map(cards.map(({ id, element }) => [id, element.offsetHeight]));
  const centres = new Map(
    [...layout.boxes].map(([id, { x, y }]) => [
      id,
      { x: x + boxWidth / 2, y: y + (heights.get(id) ?? 0) / 2 },
    ]),
  );
  const nodes = cards.map(({ id }) => ({
    group: "nodes" as const,
    data: { id, width: boxWidth, height: heights.get(id) ?? 0 },
    position: centres.get(id) ?? { x: 0, y: 0 },
  }));
  const wires = edges.flatMap((edge) => {
    const wire = layout.wires.get(edge.id);
    const from = centres.get(edge.from);
    const to = centres.get(edge.to);
    if (wire === undefined || from === undefined || to === undefined) return [];
    const { weights, distances } = relativeBends(wire);
    return [
      {
        group: "edges" as const,
        data: {
          id: edge.id,
          source: edge.from,
          target: edge.to,
          kind: edge.kind,
          ...(edge.isSuggestion ? { suggestion: "yes" } : {}),
          width: edge.isSuggestion ? suggestionLook.width : 1.2 + 1.1 * edge.confidence,
          shape: wire.shape,
          sourceEnd: `${wire.from.x - from.x}px ${wire.from.y - from.y}px`,
          targetEnd: `${wire.to.x - to.x}px ${wire.to.y - to.y}px`,
          weights,
          distances,
        },
      },
    ];
  });
  return [...nodes, ...wires];
}

/** Bends as cytoscape wants them: how far along the straight line between the ends, and how far beside it. */
function relativeBends({ from, to, bends }: Wire): { weights: number[]; distances: number[] } {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy) || 1;
  return {
    weights: bends.map(({ x, y }) => ((x - from.x) * dx + (y - from.y) * dy) / length ** 2),
    distances: bends.map(({ x, y }) => ((y - from.y) * dx - (x - from.x) * dy) / length),
  };
}

function styleSheet(element: HTMLElement): cytoscape.StylesheetJson {
  const styles = getComputedStyle(element);
  const colour = (name: string) => styles.getPropertyValue(`--${name}`).trim();
  return [
    {
      selector: "node",
      style: {
        shape: "rectangle",
        width: "data(width)",
        height: "data(height)",
        "background-opacity": 0,
        "border-width": 0,
        "overlay-opacity": 0,
      },
    },
    {
      selector: "edge",
      style: {
        width: "data(width)",
        "source-endpoint": "data(sourceEnd)",
        "target-endpoint": "data(targetEnd)",
        "edge-distances": "endpoints" as never,
        "arrow-scale": 1.05,
        "overlay-opacity": 0,
        "line-cap": "butt",
      },
    },
    {
      selector: 'edge[shape = "curve"]',
      style: {
        "curve-style": "unbundled-bezier",
        "control-point-weights": ((edge: cytoscape.EdgeSingular) => edge.data("weights")) as never,
        "control-point-distances": ((edge: cytoscape.EdgeSingular) => edge.data("distances")) as never,
      },
    },
    {
      selector: 'edge[shape = "bracket"]',
      style: {
        "curve-style": "round-segments" as never,
        "segment-weights": ((edge: cytoscape.EdgeSingular) => edge.data("weights")) as never,
        "segment-distances": ((edge: cytoscape.EdgeSingular) => edge.data("distances")) as never,
        "segment-radii": [8] as never,
      },
    },
    ...kinds.map((kind) => ({
      selector: `edge[kind = "${kind}"]`,
      style: {
        "line-color": colour(kind),
        "target-arrow-color": colour(kind),
        "target-arrow-shape": kindLooks[kind].arrow,
        "line-style": (kindLooks[kind].dash.length > 0 ? "dashed" : "solid") as "dashed" | "solid",
        "line-dash-pattern": [...(kindLooks[kind].dash.length > 0 ? kindLooks[kind].dash : [1, 0])],
        "line-cap": (kind === "refines" ? "round" : "butt") as "round" | "butt",
      },
    })),
    {
      selector: "edge[suggestion]",
      style: {
        "line-style": "dashed",
        "line-cap": "butt",
        "line-dash-pattern": [...suggestionLook.dash],
        "target-arrow-fill": "hollow",
      },
    },
    { selector: "edge.dim", style: { opacity: 0.14 } },
    { selector: "edge.near, edge.hover", style: { "z-index": 10, width: 3 } },
  ];
}
