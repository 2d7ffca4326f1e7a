import type { Command } from "commander";
import type { ExtractCommandOptions } from "../extract-command.ts";
import type { Io } from "../io.ts";
import { withBatchFiles, withModel, withSecondLook } from "../model-options.ts";
import { milliseconds, withGlossary, withWorkers } from "../options.ts";

export function configure(command: Command, io: Io): void {
  command.option("--extractor <id>", "what finds the claims (default: llm)");
  withSecondLook(withModel(withBatchFiles(command)))
    .option("--unanswered", "write only requests that have no answer yet")
    .option("--asked <file>", "the requests that --answers answers, if an earlier version wrote them");
  withWorkers(withGlossary(command, "terms of your field, as for `map`"))
    .option("--wait <time>", "wait so long for a database that goes away (default: 60s)", milliseconds)
    .option("--strict", "end with exit code 4 when a comment waits or an answer was faulty")
    .option("--reasons", "print why the model relates what it relates, from the answers at hand")
    .option("--dry-run", "estimate requests, tokens and cost, and ask nobody")
    .option("--json", "print the summary as JSON")
    .addHelpText(
      "after",
      `
The key comes from ELENCHUS_LLM_KEY, else from OPENAI_API_KEY or ANTHROPIC_API_KEY for those services alone.

Example:
  elenchus extract --model qwen3:8b --llm-url http://localhost:11434          ask a model of your own
  elenchus extract --model NAME --dry-run --price-in 3 --price-out 15         what would it cost?
  elenchus extract --model NAME --requests out.jsonl                          let somebody else ask
  elenchus extract --model NAME --answers in.jsonl                            and read what came back
  elenchus extract --model NAME --verify                                      look twice at what is unsure`,
    )
    .action(async (options: ExtractCommandOptions) => {
      const { runExtract } = await import("../extract-command.ts");
      await runExtract(io, command, options);
    });
}
