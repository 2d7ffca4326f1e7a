import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { AppError } from "../errors.ts";
import { openStore } from "../store/registry.ts";
import { exitCodes, type Io } from "./io.ts";
import { mapInto } from "./map-command.ts";
import { print, reportError, say, terminalWidth } from "./output.ts";
import { runServe, type ServeOptions } from "./serve-command.ts";
import { mapSummaryLines } from "./views/map-summary.ts";

const example = fileURLToPath(new URL("../../examples/debate.jsonl", import.meta.url));
const place = ".elenchus/example";

export interface DemoOptions extends ServeOptions {
  readonly workers?: number;
}

/** How the program is called: in a clone, where npm starts it, no path leads to it. */
function programName({ env }: Io): string {
  return env.npm_lifecycle_event === undefined ? "elenchus" : "npx elenchus";
}

/** Maps the bundled example into a store of its own, prints what it mapped, and serves it. */
export async function runDemo(io: Io, options: DemoOptions): Promise<void> {
  const store = await openStore(resolve(io.cwd, place));
  const { outcome, before, after } = await mapInto(io, store, [example], {
    ...(options.workers === undefined ? {} : { workers: options.workers }),
  });
  for (const { error } of outcome.failures) reportError(io, error);
  if (after === null) {
    io.setExitCode(exitCodes.refused);
    return;
  }
  const report = { outcome, before, after, isDryRun: false, store: `./${place}` };
  await print(io, `${mapSummaryLines(report, terminalWidth(io)).join("\n")}\n\n`);
  await print(io, `Try: ${programName(io)} debate RL SSL --store ${place}\n`);
  try {
    await runServe(io, store, options);
  } catch (error) {
    // Whoever only wants to see the example has chosen no port.
    const isTaken = error instanceof AppError && error.code === "server.port-in-use";
    if (!isTaken || options.port !== undefined) throw error;
    say(io, `${error.message}; taking another.`);
    await runServe(io, store, { ...options, port: 0 });
  }
}
