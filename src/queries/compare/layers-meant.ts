import { AppError } from "../../errors.ts";
import { compareStrings } from "../../model/id.ts";
import type { Layer } from "../../model/layer.ts";

/** Two layers to hold against each other. */
export interface TwoLayers {
  readonly a: string;
  readonly b: string;
}

/**
 * Which two layers are meant: where a store has two, one that is not named is the other, and of two that are not
 * named the one used last is `b`.
 *
 * @throws AppError `query.invalid` where a name is missing and the store has more layers or fewer.
 */
export function layersMeant(
  layers: readonly Layer[],
  { a, b }: { readonly a: string | null; readonly b: string | null },
): TwoLayers {
  if (a !== null && b !== null) return { a, b };
  const [first, last, ...more] = layers.toSorted((x, y) => x.rank - y.rank || compareStrings(y.id, x.id));
  if (first === undefined || last === undefined || more.length > 0) {
    const names = layers.map(({ id }) => `"${id}"`).join(", ");
    throw new AppError("query.invalid", "which two layers to compare is not said", {
      hint:
        last === undefined
          ? "Extract with a second extractor first: the store does not hold what two of them found."
          : `Name two of ${names} with --a and --b.`,
    });
  }
  const other = (named: string): string => (named === first.id ? last.id : first.id);
  if (a !== null) return { a, b: other(a) };
  return b === null ? { a: first.id, b: last.id } : { a: other(b), b };
}
