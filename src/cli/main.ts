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

// A reader that has seen enough (`| head`) is not an error, and there is nobody left to write to.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(code);
    throw error;
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

code = (await run(io, process.argv.slice(2))) ?? code;
process.exitCode = code;
