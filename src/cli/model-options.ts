import { type Command, InvalidArgumentError, Option } from "commander";
import { batchFormats, type ProviderId, providerIds } from "../extraction/llm/model-options.ts";
import { milliseconds, wholeNumber } from "./options.ts";

/** What the command line says of a language model. */
export interface ModelCommandOptions {
  readonly model?: string;
  readonly llmUrl?: string;
  readonly llmProvider?: ProviderId;
  readonly llmCache?: string;
  /** Milliseconds. */
  readonly llmTimeout?: number;
  readonly offline?: boolean;
  readonly parallel?: number;
  readonly maxRequests?: number;
  readonly maxTokens?: number;
  readonly maxCost?: number;
  readonly priceIn?: number;
  readonly priceOut?: number;
  readonly verify?: boolean;
  readonly verifyBelow?: number;
}

/** Gives a command the options of the extractor `llm`. */
export function withModel(command: Command): Command {
  const count = wholeNumber(1, 1_000_000_000);
  return command
    .option("--model <name>", "the language model, as its server calls it")
    .option("--llm-url <url>", "where it is served (default: the provider's own address)")
    .addOption(
      new Option("--llm-provider <name>", "whose way of talking it follows (default: by the URL)").choices([
        ...providerIds,
      ]),
    )
    .option("--llm-cache <folder>", "where answers are kept (default: beside the store)")
    .option("--llm-timeout <time>", "wait so long for one answer (default: 5m)", milliseconds)
    .option("--offline", "use the answers at hand and ask nobody")
    .option("--parallel <n>", "ask so many at once (default: 4)", wholeNumber(1, 64))
    .option("--max-requests <n>", "stop after so many requests", count)
    .option("--max-tokens <n>", "stop before so many tokens are read and written", count)
    .option("--max-cost <amount>", "stop before it costs more; needs the two prices", amount)
    .option("--price-in <amount>", "price of a million tokens read", amount)
    .option("--price-out <amount>", "price of a million tokens written", amount);
}

/** Gives a command the options of a second look at relations. */
export function withSecondLook(command: Command): Command {
  return command
    .option("--verify", "let the model look twice at relations of which it was not sure")
    .option("--verify-below <share>", "at those less likely than this (default: 0.8)", share);
}

function share(text: string): number {
  const value = Number(text);
  if (/^(?:0?\.\d+|1(?:\.0+)?)$/u.test(text) && value > 0) return value;
  throw new InvalidArgumentError("It must be a share above 0 and at most 1, such as 0.8.");
}

function amount(text: string): number {
  const value = Number(text);
  if (/^\d+(?:\.\d+)?$/u.test(text)) return value;
  throw new InvalidArgumentError("It must be an amount such as 2.50.");
}

/** Gives a command the files that stand in for a server. */
export function withBatchFiles(command: Command): Command {
  return command
    .option(
      "--requests <file>",
      "write what a model would be asked, a line of JSON each; - for standard output",
    )
    .addOption(
      new Option("--format <name>", "how requests are written (default: plain)").choices([...batchFormats]),
    )
    .option("--answers <file>", "take answers from a file, - for standard input, and ask nobody");
}
