import { Readable, Writable } from "node:stream";
import type { Io, Output } from "../../../src/cli/io.ts";
import { run } from "../../../src/cli/run.ts";

/** A stream that keeps what is written to it; with `columns` it is a terminal. */
class Sink extends Writable {
  text = "";
  readonly isTTY: boolean;
  readonly columns: number;

  constructor(columns: number | null) {
    super({ decodeStrings: false });
    this.isTTY = columns !== null;
    this.columns = columns ?? 0;
  }

  override _write(chunk: string | Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

export interface Console {
  readonly io: Io;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Lets the clock of progress go on. */
  tick(milliseconds: number): void;
  interrupt(): void;
  /** Runs a command line and gives its exit code. */
  run(...words: readonly string[]): Promise<number>;
}

/** A terminal of so many columns, or pipes where `columns` is null. */
export function openConsole({
  columns = null,
  env = {},
  stdin = "",
  cwd = process.cwd(),
}: {
  readonly columns?: number | null;
  readonly env?: Io["env"];
  readonly stdin?: string;
  readonly cwd?: string;
} = {}): Console {
  const stdout = new Sink(columns);
  const stderr = new Sink(columns);
  const interrupt = new AbortController();
  let now = 0;
  let code = 0;
  const io: Io = {
    stdin: Readable.from([stdin]),
    stdout: stdout as Output,
    stderr: stderr as Output,
    env,
    cwd,
    signal: interrupt.signal,
    now: () => now,
    setExitCode: (value) => {
      code = value;
    },
  };
  return {
    io,
    stdout: () => stdout.text,
    stderr: () => stderr.text,
    tick: (milliseconds) => {
      now += milliseconds;
    },
    interrupt: () => interrupt.abort(),
    run: async (...words) => {
      code = 0;
      return (await run(io, words)) ?? code;
    },
  };
}
