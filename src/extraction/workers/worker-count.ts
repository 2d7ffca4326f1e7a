import { availableParallelism } from "node:os";

/** Beyond this the thread that reads, links and writes keeps no more of them busy (docs/speed.md). */
const mostUseful = 4;

/** How many threads extract where nobody says: one core is left for the thread that reads, links and writes. */
export function usualWorkers(): number {
  return Math.max(1, Math.min(mostUseful, availableParallelism() - 1));
}
