import { availableParallelism } from "node:os";

/**
 * More have nothing to do beside a thread that reads, links and writes, which takes three times as long for a
 * comment as extracting it (docs/speed.md, "Worker threads"), and each takes 75 MB.
 */
const mostUseful = 2;

/** How many threads extract where nobody says: one core is left for the thread that reads, links and writes. */
export function usualWorkers(): number {
  return Math.max(1, Math.min(mostUseful, availableParallelism() - 1));
}
