import type { Command } from "commander";
import type { Io } from "../io.ts";
import { wholeNumber } from "../options.ts";
import type { ServeOptions } from "../serve-command.ts";

export function configure(command: Command, io: Io): void {
  withServing(
    command
      .option(
        "--host <address>",
        "listen elsewhere than on this machine alone, guarded by $ELENCHUS_TOKEN (default: 127.0.0.1)",
      )
      .option(
        "--allow-host <name>",
        "a further name under which the page may be asked for (repeatable)",
        collect,
        [],
      )
      .addHelpText("after", "\nExample:\n  elenchus serve --port 8080 --open"),
  );
  command.action(async (options: ServeOptions) => {
    const { runServe } = await import("../serve-command.ts");
    const { openTheStore } = await import("../open.ts");
    await runServe(io, await openTheStore(io, command), options);
  });
}

/** Gives a command the options of a server. */
export function withServing(command: Command): Command {
  return command
    .option("--port <n>", "the port, 0 for any that is free (default: 4820)", wholeNumber(0, 65_535))
    .option("--open", "open the page in the browser");
}

const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value];
