import type { Command } from "commander";
import type { FormatsOptions } from "../formats-command.ts";
import type { Io } from "../io.ts";

export function configure(command: Command, io: Io): void {
  command
    .argument("[files...]", "say of which format these files, folders, archives or patterns are")
    .option("--json", "print the list as JSON")
    .option("--csv", "print a table as CSV")
    .addHelpText("after", "\nExample:\n  elenchus formats\n  elenchus formats thread.json ~/dumps")
    .action(async (files: readonly string[], options: FormatsOptions) => {
      const { runFormats } = await import("../formats-command.ts");
      await runFormats(io, files, options);
    });
}
