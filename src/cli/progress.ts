import { cutCells } from "./cell-width.ts";
import { type Io, widthOf } from "./io.ts";

/** Work that ends sooner than this shows no progress. */
const quietMs = 2000;
/** The line is redrawn at most this often. */
const redrawMs = 100;

/** One line on the terminal that says how far a long run has come. */
export interface Progress {
  /** Shows a new state. Costs nothing when nobody watches. */
  show(line: string): void;
  /** Takes the line away, so that something else can be written. */
  clear(): void;
}

/** Progress on stderr: only on a terminal, and only once the work has taken two seconds. */
export function createProgress(io: Io): Progress {
  const width = widthOf(io.stderr);
  if (width === null) return { show: () => {}, clear: () => {} };
  const began = io.now();
  let drawn = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    show(line) {
      const now = io.now();
      if (now - began < quietMs || now - drawn < redrawMs) return;
      drawn = now;
      isShown = true;
      io.stderr.write(`\r\u001b[K${cutCells(line, width - 1)}`);
    },
    clear() {
      if (isShown) io.stderr.write("\r\u001b[K");
      isShown = false;
      drawn = Number.NEGATIVE_INFINITY;
    },
  };
}
