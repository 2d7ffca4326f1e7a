#!/usr/bin/env node
import { exitCodes, type Io } from "./io.ts";
import { run } from "./run.ts";

const interrupt = new AbortController();
let code: number = exitCodes.done;

// The first interrupt asks the command to stop at a good place; the second ends the process where it stands.
for (const name of ["SIGINT", "SIGTERM"] as const)
  process.on(name, () => {
    if (interrupt.signal.aborted) process.exit(exitCodes.interrupted);
    interrupt.abort();
  });

const io: Io = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  signal: interrupt.signal,
  now: () => performance.now(),
  setExitCode: (value) => {
    code = value;
  },
};

// A reader that has seen enough (`| head`) is not an error, and there is nobody left to write to.
for (const { stream, name } of [
  { stream: process.stdout, name: "standard output" },
  { stream: process.stderr, name: "standard error" },
])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(code);
    if (error.syscall === undefined) throw error;
    void import("./output.ts").then(({ reportUnwritable }) =>
      process.exit(reportUnwritable(io, name, error)),
    );
  });

code = (await run(io, process.argv.slice(2))) ?? code;
process.exitCode = code;
