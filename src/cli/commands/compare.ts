import type { Command } from "commander";
import type { Io } from "../io.ts";
import { type ListingOptions, withListing } from "../options.ts";

interface CompareOptions extends ListingOptions {
  readonly a?: string;
  readonly b?: string;
}

export function configure(command: Command, io: Io): void {
  command
    .option("--a <id>", "what this extractor found (default: of two that read the store, the other one)")
    .option("--b <id>", "against what this one found (default: of two, the one used last)")
    .addHelpText("after", "\nExample:\n  elenchus compare --a rules --b llm --limit 50");
  withListing(command, { limit: 20 }).action(async (options: CompareOptions) => {
    const { compare } = await import("../../queries/compare.ts");
    const { ask } = await import("../ask.ts");
    const { compareListing } = await import("../views/compare.ts");
    const { printListing } = await import("../listing.ts");
    const { a, b, limit } = options;
    const answer = await ask(io, command, compare, { a, b, limit });
    await printListing(io, options, compareListing(io, answer));
  });
}
