import type { Command } from "commander";
import type { BoundariesOptions } from "../boundaries-command.ts";
import type { Io } from "../io.ts";
import { withBatchFiles, withModel } from "../model-options.ts";

export function configure(command: Command, io: Io): void {
  command
    .argument("<file>", "a dump without marks: the text of a profile page")
    .option("--edit", "write the guesses to FILE.boundaries, and open it in $VISUAL or $EDITOR")
    .option("--json", "print the list as JSON")
    .option("--csv", "print a table as CSV");
  withModel(withBatchFiles(command))
    .addHelpText(
      "after",
      `
The list says from which score on a comment begins. Files of other formats are refused: they say so themselves.
With --model a language model decides, and what it says is written to FILE.boundaries.

Example:
  elenchus boundaries dump.txt
  elenchus boundaries dump.txt --edit && elenchus map dump.txt
  elenchus boundaries dump.txt --model qwen3:8b --llm-url http://localhost:11434
  elenchus boundaries dump.txt --model NAME --requests out.jsonl`,
    )
    .action(async (file: string, options: BoundariesOptions) => {
      const { runBoundaries } = await import("../boundaries-command.ts");
      await runBoundaries(io, command, file, options);
    });
}
