import type { Parameters, Row } from "./store.ts";

/** Runs a file of Cypher, by its name in the folder that it reads from. */
export type Run = (id: string, parameters?: Parameters) => Promise<readonly Row[]>;

/** Follows a read that takes `after` and `limit` and orders its rows by `id`, to its end. */
export async function* pages(run: Run, read: string, limit = 20_000): AsyncGenerator<Row> {
  for (let after = ""; ; ) {
    const rows = await run(read, { after, limit });
    yield* rows;
    const last = rows.at(-1);
    if (rows.length < limit || last === undefined) return;
    after = String(last.id);
  }
}
