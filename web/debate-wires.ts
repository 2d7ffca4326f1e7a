import {
  type Box,
  compare,
  groupBy,
  type Layout,
  type LayoutOptions,
  type Link,
  type Point,
  type Wire,
} from "./drawing.ts";

const laneWidth = 10;
const maxLaneSpace = 76;

type Side = "left" | "right";
interface End {
  readonly link: Link;
  readonly box: Box;
  readonly other: Box;
  readonly isFrom: boolean;
  readonly side: Side;
}

/**
 * Routes the wires: curves between columns, brackets around the outside of a column, and finds how much room the
 * brackets need beside the columns.
 */
export function drawWires(
  boxes: readonly Box[],
  links: readonly Link[],
  tops: ReadonlyMap<string, number>,
  height: number,
  { columns, boxWidth, gutter }: LayoutOptions,
): Layout {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const ends = links.flatMap((link) => {
    const from = byId.get(link.from);
    const to = byId.get(link.to);
    if (from === undefined || to === undefined) return [];
    return [
      { link, box: from, other: to, isFrom: true, side: sideOf(from, to, columns) },
      { link, box: to, other: from, isFrom: false, side: sideOf(to, from, columns) },
    ] satisfies End[];
  });
  const ports = portsOf(ends, tops);
  const lanes = lanesOf(ends, ports, columns);
  const spaceOf = (side: Side, column: number) => {
    const used = lanes.count.get(`${column} ${side}`) ?? 0;
    return used === 0 ? 0 : Math.min(maxLaneSpace, used * laneWidth) + 14;
  };
  const leftMargin = Math.max(4, spaceOf("left", 0));
  const xs = Array.from({ length: columns }, (_, column) => leftMargin + column * (boxWidth + gutter));
  const rightEdge = (xs.at(-1) ?? 0) + boxWidth;
  const wires = new Map<string, Wire>();
  for (const [index, end] of ends.entries()) {
    const opposite = ends[index + 1];
    if (!end.isFrom || opposite === undefined) continue;
    const at = (it: End): Point => ({
      x: (xs[it.box.column] ?? 0) + (it.side === "right" ? boxWidth : 0),
      y: ports.get(portKey(it)) ?? 0,
    });
    const from = at(end);
    const to = at(opposite);
    if (end.box.column === end.other.column) {
      const key = `${end.box.column} ${end.side}`;
      const count = lanes.count.get(key) ?? 1;
      const step = Math.min(laneWidth, maxLaneSpace / count);
      const away = 12 + (lanes.lane.get(end.link.id) ?? 0) * step;
      const x = from.x + (end.side === "right" ? away : -away);
      wires.set(end.link.id, {
        shape: "bracket",
        from,
        to,
        bends: [
          { x, y: from.y },
          { x, y: to.y },
        ],
      });
    } else {
      const half = (to.x - from.x) / 2;
      wires.set(end.link.id, {
        shape: "curve",
        from,
        to,
        bends: [
          { x: from.x + half * 0.8, y: from.y },
          { x: to.x - half * 0.8, y: to.y },
        ],
      });
    }
  }
  return {
    boxes: new Map(boxes.map((box) => [box.id, { x: xs[box.column] ?? 0, y: tops.get(box.id) ?? 0 }])),
    wires,
    columns: xs,
    width: rightEdge + Math.max(4, spaceOf("right", columns - 1)),
    height,
  };
}

/** Where a wire leaves its box: towards the other column, or around the outside of its own. */
function sideOf(box: Box, other: Box, columns: number): Side {
  if (box.column !== other.column) return other.column > box.column ? "right" : "left";
  return box.column === 0 && columns > 1 ? "left" : "right";
}

const portKey = ({ link, isFrom }: End) => `${isFrom ? "from" : "to"} ${link.id}`;

/** Spreads the wires of one side of a box over its height, in the order of where they go. */
function portsOf(ends: readonly End[], tops: ReadonlyMap<string, number>): Map<string, number> {
  const centre = (box: Box) => (tops.get(box.id) ?? 0) + box.height / 2;
  const ports = new Map<string, number>();
  for (const bundle of groupBy(ends, ({ box, side }) => `${side} ${box.id}`).values()) {
    const sorted = bundle.toSorted(
      (a, b) =>
        centre(a.other) - centre(b.other) ||
        compare(a.link.id, b.link.id) ||
        Number(a.isFrom) - Number(b.isFrom),
    );
    const box = sorted[0]?.box;
    if (box === undefined) continue;
    const spacing = Math.min(16, (box.height * 0.7) / Math.max(1, sorted.length - 1));
    for (const [index, end] of sorted.entries())
      ports.set(portKey(end), centre(box) + (index - (sorted.length - 1) / 2) * spacing);
  }
  return ports;
}

/** Gives each wire within a column the innermost lane in which it meets no other, shortest wires first. */
function lanesOf(
  ends: readonly End[],
  ports: ReadonlyMap<string, number>,
  columns: number,
): { lane: Map<string, number>; count: Map<string, number> } {
  const lane = new Map<string, number>();
  const count = new Map<string, number>();
  for (let column = 0; column < columns; column += 1) {
    const wires = ends
      .filter((end) => end.isFrom && end.box.column === column && end.other.column === column)
      .map((end) => {
        const a = ports.get(`from ${end.link.id}`) ?? 0;
        const b = ports.get(`to ${end.link.id}`) ?? 0;
        return { id: end.link.id, side: end.side, start: Math.min(a, b), end: Math.max(a, b) };
      })
      .toSorted((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start || compare(a.id, b.id));
    const taken: { start: number; end: number }[][] = [];
    for (const wire of wires) {
      let free = taken.findIndex((lane) =>
        lane.every((it) => wire.end + 4 < it.start || it.end + 4 < wire.start),
      );
      if (free === -1) free = taken.push([]) - 1;
      taken[free]?.push(wire);
      lane.set(wire.id, free);
      count.set(`${column} ${wire.side}`, taken.length);
    }
  }
  return { lane, count };
}
