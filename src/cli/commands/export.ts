import type { Command } from "commander";
import type { Io } from "../io.ts";

export function configure(command: Command, io: Io): void {
  command
    .option("--to <format>", "the format (see `elenchus formats`)", "json")
    .option(
      "--output <path>",
      "write to a file, or make a folder where the format is one (default, or -: standard output)",
    )
    .addHelpText("after", "\nExample:\n  elenchus export --to json > graph.json");
  command.action(async (options: { readonly to: string; readonly output?: string }) => {
    const { runExport } = await import("../export-command.ts");
    await runExport(io, command, options);
  });
}
