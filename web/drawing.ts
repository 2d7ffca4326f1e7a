/** A box to place: `column` counts from the left, `time` orders boxes that nothing else orders. */
export interface Box {
  readonly id: string;
  readonly column: number;
  readonly height: number;
  readonly time: string;
}

export interface Link {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Where everything goes, in pixels from the top left. A wire begins at `from`, ends at `to`, and bends at
 * `bends`.
 */
export interface Layout {
  readonly boxes: ReadonlyMap<string, Point>;
  readonly wires: ReadonlyMap<string, Wire>;
  readonly columns: readonly number[];
  readonly width: number;
  readonly height: number;
}

export interface Wire {
  readonly shape: "curve" | "bracket";
  readonly from: Point;
  readonly to: Point;
  readonly bends: readonly Point[];
}

export interface LayoutOptions {
  readonly columns: number;
  readonly boxWidth: number;
  readonly gutter: number;
  readonly top: number;
}

/** Sorts values into lists by a key; keys come in the order of their first value. */
export function groupBy<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
