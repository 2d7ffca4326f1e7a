import type { MemoryKnown } from "./memory-known.ts";

/** Everything that is stored but which layer was used last, as one string. */
export function contents(known: MemoryKnown): string {
  const maps = [
    known.claimMap,
    known.locutionMap,
    known.relationMap,
    known.stanceMap,
    known.termMap,
    known.extractedMap,
    known.conceptMap,
    known.mentionMap,
    known.aboutMap,
    known.quoteMap,
    known.correctionMap,
  ];
  const sorted = (map: ReadonlyMap<string, unknown>) =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, ordered(value)]);
  return JSON.stringify([...maps.map(sorted), [...known.layerMap.keys()].sort()], null, 1);
}

/** A value whose fields stand in one order. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, ordered(one)]),
  );
}

/** @throws with the first lines that differ. */
export function requireEqual(what: string, one: string, other: string): void {
  if (one === other) return;
  const [a, b] = [one.split("\n"), other.split("\n")];
  const at = a.findIndex((line, index) => line !== b[index]);
  throw new Error(
    `${what}\n${a.slice(at - 8, at + 6).join("\n")}\n--- but ---\n${b.slice(at - 8, at + 6).join("\n")}`,
  );
}
