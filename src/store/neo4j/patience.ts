import { setTimeout as delay } from "node:timers/promises";
import type { Connection } from "./connection.ts";
import { isOutage, storeFailure } from "./failures.ts";

/** How often a server that is away is asked whether it is back. */
const askEveryMs = 500;

export interface PatienceOptions {
  /** How long a server may be away before its absence is an error. */
  readonly waitMs: number;
  readonly onMessage: (message: string) => void;
  /** Ends the waiting at once. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs `work`, and again when the server went away meanwhile, until it is back or was away for `waitMs`.
 *
 * `work` must be such that running it twice does what running it once does.
 *
 * @throws AppError `store.unreachable` when the server is away for longer; the signal's reason when it is aborted
 *   meanwhile.
 */
export async function patiently<Result>(
  connection: Connection,
  { waitMs, onMessage, signal }: PatienceOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  let awaySince: number | null = null;
  for (;;) {
    try {
      const result = await work();
      if (awaySince !== null) onMessage(`${connection.place.url} answers again`);
      return result;
    } catch (error) {
      if (!isOutage(error)) throw storeFailure(error, connection.place);
      awaySince ??= tell(connection, waitMs, onMessage);
      if (await isBack(connection, awaySince + waitMs, signal)) continue;
      signal?.throwIfAborted();
      throw storeFailure(error, connection.place);
    }
  }
}

function tell(connection: Connection, waitMs: number, onMessage: (message: string) => void): number {
  onMessage(`${connection.place.url} does not answer; waiting for it for up to ${waitMs / 1000} s`);
  return performance.now();
}

async function isBack(
  connection: Connection,
  until: number,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  while (performance.now() < until && !signal?.aborted) {
    await delay(askEveryMs, undefined, signal ? { signal } : {}).catch(() => {});
    try {
      await connection.ping();
      return true;
    } catch (error) {
      if (!isOutage(error)) throw storeFailure(error, connection.place);
    }
  }
  return false;
}
