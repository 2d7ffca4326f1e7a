import type { Readable, Writable } from "node:stream";

/** A stream that is written to, with what is known of the terminal behind it. */
export interface Output extends Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Columns of a terminal that does not say how wide it is. */
const usualWidth = 80;

/** Width of the terminal behind a stream, null where there is none. */
export function widthOf(stream: Output): number | null {
  if (stream.isTTY !== true) return null;
  const columns = stream.columns ?? 0;
  return columns > 0 ? columns : usualWidth;
}

/** The world as the command line sees it; a test hands in one of its own. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where relative paths begin. */
  readonly cwd: string;
  /** Aborted by the first interrupt from the keyboard. */
  readonly signal: AbortSignal;
  /** Milliseconds that only grow, for progress. */
  readonly now: () => number;
  /** Says with which code the process is to end; the last call counts. */
  readonly setExitCode: (code: number) => void;
}

/** Exit codes, as they are documented in `elenchus --help`. */
export const exitCodes = { done: 0, bug: 1, usage: 2, refused: 3, strict: 4, interrupted: 130 } as const;
