import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countCrossings } from "../../../web/crossings.ts";
import { layOutDebate } from "../../../web/debate-layout.ts";
import type { Box, Layout, LayoutOptions, Link } from "../../../web/drawing.ts";

const options: LayoutOptions = { columns: 2, boxWidth: 200, gutter: 100, top: 40 };

/** Boxes in a notation: `a0` is in the left column, `b1` in the right; times follow the order given. */
function boxes(names: string): Box[] {
  return names.split(" ").map((id, index) => ({
    id,
    column: Number(id.at(-1)),
    height: 60,
    time: `2024-01-${String(index + 1).padStart(2, "0")}`,
  }));
}

function links(pairs: string): Link[] {
  return pairs.split(" ").map((pair) => {
    const [from = "", to = ""] = pair.split(">");
    return { id: pair, from, to };
  });
}

const place = (layout: Layout, id: string) => {
  const at = layout.boxes.get(id);
  if (at === undefined) throw new Error(`${id} has no place`);
  return at;
};

describe("the layout of a debate", () => {
  test("puts each side into its column, in the order of time where nothing else decides", () => {
    const layout = layOutDebate(boxes("a0 b1 c0 d1"), links("b1>a0 d1>c0 c0>a0"), options);
    expect(place(layout, "a0").x).toBe(place(layout, "c0").x);
    expect(place(layout, "b1").x).toBe(place(layout, "a0").x + 300);
    expect(place(layout, "a0").y).toBeLessThan(place(layout, "c0").y);
    expect(place(layout, "b1").y).toBeLessThan(place(layout, "d1").y);
  });

  test("leaves the order of time where that saves a crossing", () => {
    const drawn = boxes("a0 b0 c1 d1");
    const joined = links("d1>a0 c1>b0 a0>b0");
    const layout = layOutDebate(drawn, joined, options);
    const placed = drawn.map(({ id, column }) => [id, { column, place: place(layout, id).y }] as const);
    expect(countCrossings(new Map(placed), joined)).toBe(0);
    expect(
      countCrossings(new Map(drawn.map(({ id, column }, place) => [id, { column, place }])), joined),
    ).toBe(1);
  });

  test("puts a claim beside what it answers", () => {
    const layout = layOutDebate(boxes("a0 b1"), links("b1>a0"), options);
    expect(place(layout, "b1").y).toBe(place(layout, "a0").y);
  });

  test("keeps exchanges apart and claims that nothing joins last", () => {
    const layout = layOutDebate(boxes("lone0 a0 b1 c0 d1"), links("b1>a0 d1>c0"), options);
    const ys = ["a0", "c0", "lone0"].map((id) => place(layout, id).y);
    expect(ys).toEqual(ys.toSorted((a, b) => a - b));
  });

  test("what one side says alone starts under the exchanges, not under the other side's", () => {
    const layout = layOutDebate(boxes("a0 b1 c0 d0 e1 f1"), links("b1>a0 d0>c0 f1>e1"), options);
    expect(place(layout, "c0").y).toBe(place(layout, "e1").y);
    expect(place(layout, "c0").y).toBeGreaterThan(place(layout, "a0").y);
  });

  test("a wire across begins and ends on the sides that face each other", () => {
    const layout = layOutDebate(boxes("a0 b1"), links("b1>a0"), options);
    const wire = layout.wires.get("b1>a0");
    expect(wire?.shape).toBe("curve");
    expect(wire?.from.x).toBe(place(layout, "b1").x);
    expect(wire?.to.x).toBe(place(layout, "a0").x + 200);
  });

  test("wires within a column go around it, each in a lane of its own where they meet", () => {
    const layout = layOutDebate(boxes("a0 b0 c0 d1"), links("c0>a0 b0>a0 d1>c0"), options);
    const bends = ["c0>a0", "b0>a0"].map((id) => layout.wires.get(id)?.bends[0]?.x ?? 0);
    expect(new Set(bends).size).toBe(2);
    for (const x of bends) expect(x).toBeLessThan(place(layout, "a0").x);
    for (const x of bends) expect(x).toBeGreaterThanOrEqual(0);
  });

  test("leaves out a relation to a claim that is not drawn, and one of a claim to itself", () => {
    const layout = layOutDebate(boxes("a0 b1"), links("a0>gone a0>a0 b1>a0"), options);
    expect([...layout.wires.keys()]).toEqual(["b1>a0"]);
  });

  test("draws nothing from nothing", () => {
    expect(layOutDebate([], [], options).boxes.size).toBe(0);
  });

  const graphs = fc
    .record({
      columns: fc.integer({ min: 1, max: 3 }),
      boxes: fc.array(
        fc.record({
          column: fc.nat(2),
          height: fc.integer({ min: 30, max: 200 }),
          time: fc.constantFrom("2024", "2025"),
        }),
        { maxLength: 25 },
      ),
      pairs: fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { maxLength: 40 }),
    })
    .map(({ columns, boxes: drawn, pairs }) => ({
      columns,
      boxes: drawn.map((box, index) => ({ ...box, column: box.column % columns, id: `c${index}` })),
      links: pairs.map(([from, to], index) => ({ id: `r${index}`, from: `c${from}`, to: `c${to}` })),
    }));

  test("no two boxes overlap, all lie in the drawing, and the same input gives the same drawing", () => {
    fc.assert(
      fc.property(graphs, ({ columns, boxes: drawn, links: joined }) => {
        const layout = layOutDebate(drawn, joined, { ...options, columns });
        for (const one of drawn) {
          const a = place(layout, one.id);
          expect(a.y).toBeGreaterThanOrEqual(options.top);
          expect(a.y + one.height).toBeLessThanOrEqual(layout.height + 1);
          expect(a.x + options.boxWidth).toBeLessThanOrEqual(layout.width);
          for (const other of drawn) {
            if (one === other || one.column !== other.column) continue;
            const b = place(layout, other.id);
            expect(a.y + one.height <= b.y || b.y + other.height <= a.y).toBe(true);
          }
        }
        const shuffled = layOutDebate(drawn.toReversed(), joined, { ...options, columns });
        expect(shuffled.boxes.get("c0")).toEqual(layout.boxes.get("c0"));
      }),
    );
  });

  test("never has more crossings than the order in time", () => {
    fc.assert(
      fc.property(graphs, ({ columns, boxes: drawn, links: joined }) => {
        const layout = layOutDebate(drawn, joined, { ...options, columns });
        const inGroups = groupsOf(drawn, joined);
        for (const group of inGroups) {
          const inside = joined.filter(({ from }) => group.some(({ id }) => id === from));
          const placed = new Map(
            group.map(({ id, column }) => [id, { column, place: place(layout, id).y }] as const),
          );
          const inTime = new Map(
            group
              .toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : a.id < b.id ? -1 : 1))
              .map(({ id, column }, index) => [id, { column, place: index }] as const),
          );
          expect(countCrossings(placed, inside)).toBeLessThanOrEqual(countCrossings(inTime, inside));
        }
      }),
    );
  });
});

/** The connected groups, found by spreading labels until nothing changes. */
function groupsOf(drawn: readonly Box[], joined: readonly Link[]): Box[][] {
  const label = new Map(drawn.map(({ id }) => [id, id]));
  for (let round = 0; round < drawn.length; round += 1)
    for (const { from, to } of joined) {
      const [a, b] = [label.get(from), label.get(to)];
      if (a === undefined || b === undefined) continue;
      const [first = a] = [a, b].toSorted();
      label.set(from, first);
      label.set(to, first);
    }
  return [...new Set(label.values())].map((name) => drawn.filter(({ id }) => label.get(id) === name));
}
