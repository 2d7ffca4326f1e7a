import { AppError } from "../errors.ts";
import type { Change } from "../model/change.ts";
import { cypherFile } from "./cypher-files.ts";
import { pick } from "./rows.ts";
import type { Parameters, Row } from "./store.ts";
import { writeBatches } from "./write-rows.ts";

/** Runs Cypher: an engine itself, or a transaction of it. */
export interface CypherRunner {
  run(cypher: string, parameters: Parameters): Promise<readonly Row[]>;
}

/**
 * Runs the writes of a change, in order.
 *
 * Each statement of a write runs for all its rows before the next, so that records of one write may refer to each
 * other.
 *
 * @param engine - whose variants of the files are run.
 * @param isTransient - tells the engine's errors after which the same may be tried again: they pass as they are.
 *   Default: none is.
 * @throws AppError `store.write-failed` when a record refers to one that is not stored, or the engine refuses.
 */
export async function applyWrites(
  runner: CypherRunner,
  change: Change,
  engine: string,
  isTransient: (error: unknown) => boolean = () => false,
): Promise<void> {
  for (const write of change.writes) {
    const batches = writeBatches(write);
    for (const statement of cypherFile(["writes"], write.write, engine).statements)
      for (const parameters of batches) {
        const needed = neededParameters(statement, parameters);
        const [row] = await refused(write.write, isTransient, () => runner.run(statement, needed));
        if (row?.missing === undefined) continue;
        throw failed(`${write.write}: ${String(row.missing)} is not stored`);
      }
  }
}

/**
 * The parameters with only those fields of the rows that a statement names as `row.<field>`.
 *
 * Handing values to the engine costs more than most statements: with whole rows saving took three times as long.
 */
function neededParameters(statement: string, parameters: Parameters): Parameters {
  const { rows } = parameters;
  if (!Array.isArray(rows)) return parameters;
  const fields = new Set([...statement.matchAll(/\brow\.(\w+)/gu)].map(([, field]) => field ?? ""));
  return { rows: rows.map((row) => pick(row as Row, ...fields)) };
}

async function refused<Type>(
  write: string,
  isTransient: (error: unknown) => boolean,
  run: () => Promise<Type>,
): Promise<Type> {
  try {
    return await run();
  } catch (error) {
    if (isTransient(error)) throw error;
    throw failed(`${write}: ${String((error as Error).message)}`, error);
  }
}

function failed(message: string, cause?: unknown): AppError {
  return new AppError("store.write-failed", message, {
    hint: "Nothing of this change was stored; run the command again, and report it if that fails too.",
    cause,
  });
}
