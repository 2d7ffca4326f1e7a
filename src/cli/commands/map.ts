import type { Command } from "commander";
import type { Io } from "../io.ts";
import type { MapCommandOptions } from "../map-command.ts";
import { withModel, withSecondLook } from "../model-options.ts";
import { byteCount, columnNames, milliseconds, withGlossary, withWorkers } from "../options.ts";

export function configure(command: Command, io: Io): void {
  command
    .argument("<files...>", "files, folders, archives and quoted patterns to read, - for standard input")
    .option("--from <format>", "the format, where its look does not tell (see `elenchus formats`)")
    .option("--captured <date>", "when the files were taken, 2023-07 or finer; orders what has no dates")
    .option("--source <host>", "what stands before native ids (default: the file's name)")
    .option("--author <name>", "who wrote a dump that names nobody")
    .option("--columns <names>", "which columns of a table are read: text=body,author=user", columnNames)
    .option("--max-record <size>", "skip longer records (default: 16MiB)", byteCount)
    .option("--extractor <id>", "what finds the claims (default: rules)");
  withGlossary(command, "terms of your field, one a line, or a JSON list");
  withSecondLook(withModel(withWorkers(command)))
    .option("--wait <time>", "wait so long for a database that goes away (default: 60s)", milliseconds)
    .option("--strict", "end with exit code 4 when anything was wrong with a record")
    .option("--dry-run", "say what would change and change nothing")
    .option("--json", "print the summary as JSON")
    .addHelpText(
      "after",
      `
Example:
  elenchus map ~/dumps/*.txt --captured 2023-07
  elenchus map export.zip 'threads/**/*.json'
  elenchus map thread.jsonl --extractor llm --model qwen3:8b --llm-url http://localhost:11434
  elenchus map comments.csv --columns text=body,author=user --source forum.example`,
    );
  command.action(async (files: readonly string[], options: MapCommandOptions) => {
    const { runMap } = await import("../map-command.ts");
    await runMap(io, command, files, options);
  });
}
