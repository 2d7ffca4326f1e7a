import type { Step } from "../pipeline.ts";
import type { Store } from "../store/store.ts";
import { countsOf } from "./counts.ts";
import type { Io } from "./io.ts";
import { say } from "./output.ts";
import { printable } from "./printable.ts";
import { createProgress } from "./progress.ts";
import type { Counts } from "./views/map-summary.ts";

/** What a run did, and what the store held before and after it, null while it was empty. */
export interface Counted<Outcome> {
  readonly outcome: Outcome;
  readonly before: Counts | null;
  readonly after: Counts | null;
}

/** What a run that writes to a store tells, and when it is to stop. */
interface Listening {
  readonly signal: AbortSignal;
  readonly onOpened: () => Promise<void>;
  readonly onStep: (step: Step) => void;
  readonly onMessage: (message: string) => void;
}

/**
 * Runs what writes to a store with a line of progress, and counts what that held before and after it. What
 * another writer did while this one waited counts as before.
 */
export async function runCounted<Outcome>(
  io: Io,
  store: Store,
  work: (listening: Listening) => Promise<Outcome>,
): Promise<Counted<Outcome>> {
  const progress = createProgress(io);
  let before: Counts | null = null;
  try {
    const outcome = await work({
      signal: io.signal,
      onOpened: async () => {
        before = await countsOf(store);
      },
      onStep: (step) => progress.show(describeStep(step)),
      onMessage: (message) => {
        progress.clear();
        say(io, printable(message));
      },
    });
    return { outcome, before, after: await countsOf(store) };
  } finally {
    progress.clear();
  }
}

/** A step in words, for the line of progress. */
function describeStep({ stage, subject, done }: Step): string {
  const names = {
    import: "reading",
    prepare: "asking the model",
    extract: "finding claims",
    claims: "joining claims",
    corrections: "keeping corrections",
    concepts: "counting concepts",
    refinements: "following authors",
    finish: "finishing",
  } as const;
  return printable(`${names[stage]}${subject === null ? "" : ` ${subject}`}: ${done}`);
}
