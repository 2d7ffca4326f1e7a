import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bond, type Person, partition } from "../../../src/queries/debate/sides.ts";

const people = (...entries: readonly (string | readonly [string, number])[]): readonly Person[] =>
  entries.map((entry) =>
    typeof entry === "string" ? { id: entry, leaning: 0 } : { id: entry[0], leaning: entry[1] },
  );
const bond = (from: string, to: string, weight: number): Bond => ({ from, to, weight });

describe("partition", () => {
  it("puts two who disagree on two sides, and who agrees with one beside them", () => {
    const sides = partition(people(["ann", 1], "bob", "cleo"), [
      bond("bob", "ann", -0.8),
      bond("cleo", "bob", 0.5),
    ]);
    expect(sides).toEqual({ first: ["ann"], second: ["bob", "cleo"], apart: [] });
  });

  it("lets words decide which side is the first", () => {
    const bonds = [bond("ann", "bob", -1)];
    expect(partition(people(["ann", -2], "bob"), bonds)).toEqual({
      first: ["bob"],
      second: ["ann"],
      apart: [],
    });
    expect(partition(people(["ann", 2], "bob"), bonds)).toEqual({
      first: ["ann"],
      second: ["bob"],
      apart: [],
    });
  });

  it("leaves apart who neither disagrees nor leans", () => {
    expect(partition(people("ann", "bob", "cleo"), [bond("ann", "bob", -1)])).toEqual({
      first: ["ann"],
      second: ["bob"],
      apart: ["cleo"],
    });
  });

  it("leaves apart a second dispute of which no words tell how it stands to the first", () => {
    const sides = partition(people("ann", "bob", "cleo", "dan", "eve"), [
      bond("ann", "bob", -1),
      bond("bob", "cleo", -1),
      bond("dan", "eve", -1),
    ]);
    expect(sides).toEqual({ first: ["ann", "cleo"], second: ["bob"], apart: ["dan", "eve"] });
  });

  it("joins separate disputes by what their people say", () => {
    const sides = partition(people(["ann", 1], "bob", ["dan", -1], "eve"), [
      bond("ann", "bob", -1),
      bond("dan", "eve", -1),
    ]);
    expect(sides).toEqual({ first: ["ann", "eve"], second: ["bob", "dan"], apart: [] });
  });

  it("breaks the weakest bond of a triangle of disagreement", () => {
    const sides = partition(people(["ann", 3], "bob", "cleo"), [
      bond("ann", "bob", -1),
      bond("bob", "cleo", -0.2),
      bond("cleo", "ann", -1),
    ]);
    expect(sides).toEqual({ first: ["ann"], second: ["bob", "cleo"], apart: [] });
  });

  it("counts no one who disagrees with themselves and no one unknown", () => {
    expect(partition(people("ann"), [bond("ann", "ann", -1), bond("ann", "zed", -1)]).apart).toEqual(["ann"]);
  });

  it("agrees with trying all partitions on small debates, whatever the order of the bonds", () => {
    const names = ["a", "b", "c", "d", "e", "f"];
    const anyBond = fc.record({
      from: fc.constantFrom(...names),
      to: fc.constantFrom(...names),
      weight: fc.integer({ min: -4, max: 4 }).map((value) => value / 4),
    });
    fc.assert(
      fc.property(
        fc.array(anyBond, { maxLength: 12 }),
        fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 6, maxLength: 6 }),
        (bonds, leanings) => {
          const everybody = names.map((id, index) => ({ id, leaning: leanings[index] ?? 0 }));
          const found = partition(everybody, bonds);
          expect(partition(everybody, [...bonds].reverse())).toEqual(found);
          const placed = new Set([...found.first, ...found.second]);
          const inside = bonds.filter(({ from, to }) => placed.has(from) && placed.has(to));
          const own = everybody.filter(({ id }) => placed.has(id));
          const value = worth(new Set(found.first), own, inside);
          for (let mask = 0; mask < 2 ** own.length; mask += 1) {
            const first = new Set(own.filter((_, index) => (mask >> index) & 1).map(({ id }) => id));
            expect(worth(first, own, inside)).toBeLessThanOrEqual(value + 1e-6);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("partition of many people", () => {
  it("finds two camps of twenty-four who attack each other and agree among themselves", () => {
    const names = Array.from({ length: 24 }, (_, index) => `p${String(index).padStart(2, "0")}`);
    const bonds = names.flatMap((from, i) =>
      names.slice(i + 1).flatMap((to, offset) => {
        const j = i + 1 + offset;
        // One of three pairs met; one meeting in eleven went against the camps.
        if ((i * j + j) % 3 !== 0) return [];
        const isOdd = (i * 5 + j) % 11 === 0;
        return [bond(from, to, i % 2 === j % 2 ? (isOdd ? -0.3 : 0.8) : isOdd ? 0.3 : -0.8)];
      }),
    );
    const { first, second, apart } = partition(people(["p00", 1], ...names.slice(1)), bonds);
    expect(apart).toEqual([]);
    expect(first).toEqual(names.filter((_, index) => index % 2 === 0));
    expect(second).toEqual(names.filter((_, index) => index % 2 === 1));
  });
});

/** The value that the docstring of `partition` says it maximises. */
function worth(first: ReadonlySet<string>, everybody: readonly Person[], bonds: readonly Bond[]): number {
  const side = (id: string): number => (first.has(id) ? 1 : -1);
  const bonded = bonds
    .filter(({ from, to }) => from !== to)
    .reduce((sum, { from, to, weight }) => sum + weight * side(from) * side(to), 0);
  return everybody.reduce(
    (sum, { id, leaning }) => sum + (side(id) * leaning) / (Math.abs(leaning) + 1),
    bonded,
  );
}
