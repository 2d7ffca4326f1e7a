import { z } from "zod";
import type { Parameters, StoreReader } from "../store/store.ts";

/** A property that may be absent: engines answer null. */
export const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null);
export const Id = z.string().min(1);
export const Count = z.int().nonnegative();

/**
 * Runs `cypher/queries/<id>.cypher` and checks its rows.
 *
 * @throws ZodError when a row is not what the file promises: then the file and the schema differ, which is a bug.
 */
export async function readRows<Schema extends z.ZodType>(
  store: StoreReader,
  id: string,
  parameters: Parameters,
  row: Schema,
): Promise<readonly z.output<Schema>[]> {
  const rows = await store.run(id, parameters);
  return z.array(row).parse(rows);
}

/** Comments whose rows are read at once. */
const commentsPerRead = 1000;

/**
 * Runs `cypher/queries/<id>.cypher`, which takes `from` and `to` besides, for each stretch of the order of
 * import, and checks its rows as {@link readRows} does. Every comment is read once, however many there are.
 */
export async function* readStretches<Schema extends z.ZodType>(
  store: StoreReader,
  id: string,
  parameters: Parameters,
  row: Schema,
): AsyncGenerator<z.output<Schema>> {
  const { nextSeq } = await store.known.counts();
  for (let from = 0; from < nextSeq; from += commentsPerRead) {
    const to = Math.min(from + commentsPerRead, nextSeq) - 1;
    yield* await readRows(store, id, { ...parameters, from, to }, row);
  }
}

/** Groups rows by a key, keeping their order. */
export function groupBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** The values without repetition, in the order of their first appearance. */
export function unique(values: Iterable<string | null | undefined>): readonly string[] {
  return [...new Set([...values].filter((value) => value !== null && value !== undefined))];
}
