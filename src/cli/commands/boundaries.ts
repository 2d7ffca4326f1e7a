import type { Command } from "commander";
import type { BoundariesOptions } from "../boundaries-command.ts";
import type { Io } from "../io.ts";

export function configure(command: Command, io: Io): void {
  command
    .argument("<file>", "a dump without marks: the text of a profile page")
    .option("--edit", "write the guesses to FILE.boundaries, and open it in $VISUAL or $EDITOR")
    .option("--json", "print the list as JSON")
    .option("--csv", "print a table as CSV")
    .addHelpText(
      "after",
      "\nExample:\n  elenchus boundaries dump.txt\n  elenchus boundaries dump.txt --edit && elenchus map dump.txt",
    )
    .action(async (file: string, options: BoundariesOptions) => {
      const { runBoundaries } = await import("../boundaries-command.ts");
      await runBoundaries(io, file, options);
    });
}
