import type cytoscape from "cytoscape";
import type { Layout, Point } from "./drawing.ts";

/** What draws, and the part of the page that it draws on. */
export interface Viewport {
  readonly core: cytoscape.Core;
  readonly canvas: HTMLElement;
}

export const minZoom = 0.2;
export const maxZoom = 2.5;
const inset = 8;
/** Room under the drawing, so that the zoom buttons cover nothing at its end. */
const foot = 60;

/** A wheel scrolls; with Ctrl, or by a pinch, it zooms. */
export function moveByWheel(viewport: Viewport, layout: Layout | null, event: WheelEvent): void {
  event.stopPropagation();
  if (event.ctrlKey || event.metaKey) zoomByWheel(viewport, event);
  else if (layout !== null) scrollByWheel(viewport, layout, event);
}

function zoomByWheel({ core, canvas }: Viewport, event: WheelEvent): void {
  event.preventDefault();
  const box = canvas.getBoundingClientRect();
  core.zoom({
    level: core.zoom() * Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.03 : 0.004)),
    renderedPosition: { x: event.clientX - box.left, y: event.clientY - box.top },
  });
}

function scrollByWheel(viewport: Viewport, layout: Layout, event: WheelEvent): void {
  const { core } = viewport;
  const unit = event.deltaMode === 1 ? 18 : 1;
  const before = core.pan();
  const to = { x: before.x - event.deltaX * unit, y: before.y - event.deltaY * unit };
  const after = bounded(viewport, layout, to);
  // At its end the drawing lets the page scroll on.
  if (after.x === before.x && after.y === before.y) return;
  event.preventDefault();
  core.pan(after);
}

/** A pan that leaves no more than a strip of nothing beside the drawing. */
function bounded({ core, canvas }: Viewport, { width, height }: Layout, { x, y }: Point): Point {
  const zoom = core.zoom();
  const limit = (value: number, size: number, view: number) =>
    size + 2 * inset <= view
      ? Math.min(Math.max(value, Math.min(inset, value)), view - size - inset)
      : Math.min(inset, Math.max(view - size - inset, value));
  return {
    x: limit(x, width * zoom, canvas.clientWidth),
    y: limit(y, height * zoom + foot, canvas.clientHeight),
  };
}

/** Moves the view so that a node is seen whole. */
export function reveal({ core, canvas }: Viewport, id: string): void {
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
}

export function zoomBy({ core, canvas }: Viewport, factor: number): void {
  core.zoom({
    level: core.zoom() * factor,
    renderedPosition: { x: canvas.clientWidth / 2, y: canvas.clientHeight / 2 },
  });
}

/** The whole drawing in the view, as small as that needs. */
export function fitWhole(viewport: Viewport, { width, height }: Layout): void {
  const { canvas } = viewport;
  const zoom = Math.min(
    1,
    (canvas.clientWidth - 2 * inset) / width,
    (canvas.clientHeight - 2 * inset) / height,
  );
  fromTop(viewport, width, zoom);
}

/** As wide as the view, from the top, never larger than life. */
export function fitWidth(viewport: Viewport, { width }: Layout): void {
  const { canvas } = viewport;
  fromTop(viewport, width, Math.max(minZoom, Math.min(1, (canvas.clientWidth - 2 * inset) / width)));
}

function fromTop({ core, canvas }: Viewport, width: number, zoom: number): void {
  const pan = { x: Math.max(inset, (canvas.clientWidth - width * zoom) / 2), y: inset };
  core.viewport({ zoom, pan });
}
