import { AppError } from "../../errors.ts";
import type { Change } from "../../model/change.ts";
import { cypherFile } from "../cypher-files.ts";
import { writeBatches } from "../write-rows.ts";
import type { CypherRunner } from "./engine.ts";

/**
 * Runs the writes of a change, in order.
 *
 * Each statement of a write runs for all its rows before the next, so that records of one write may refer to each
 * other.
 *
 * @throws AppError `store.write-failed` when a record refers to one that is not stored, or the engine refuses.
 */
export async function applyWrites(runner: CypherRunner, change: Change): Promise<void> {
  for (const write of change.writes) {
    const batches = writeBatches(write);
    for (const statement of cypherFile(["writes"], write.write, "embedded").statements)
      for (const parameters of batches) {
        const [row] = await refused(write.write, () => runner.run(statement, parameters));
        if (row?.missing === undefined) continue;
        throw failed(`${write.write}: ${String(row.missing)} is not stored`);
      }
  }
}

async function refused<Type>(write: string, run: () => Promise<Type>): Promise<Type> {
  try {
    return await run();
  } catch (error) {
    throw failed(`${write}: ${String((error as Error).message)}`, error);
  }
}

function failed(message: string, cause?: unknown): AppError {
  return new AppError("store.write-failed", message, {
    hint: "Nothing of this change was stored; run the command again, and report it if that fails too.",
    cause,
  });
}
