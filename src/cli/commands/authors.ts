import type { Command } from "commander";
import type { ForgetCommandOptions } from "../forget-command.ts";
import type { Io } from "../io.ts";
import { type ListingOptions, withForgetting, withListing } from "../options.ts";

export function configure(command: Command, io: Io): void {
  command.addHelpText("after", "\nExample:\n  elenchus authors --limit 10");
  withListing(command, { limit: 50 }).action(async (options: ListingOptions) => {
    const { authors } = await import("../../queries/authors.ts");
    const { ask } = await import("../ask.ts");
    const { authorListing } = await import("../views/provenance.ts");
    const { printListing } = await import("../listing.ts");
    await printListing(io, options, authorListing(await ask(io, command, authors, { limit: options.limit })));
  });
  const forget = command
    .command("forget")
    .description("Take out a person with their words, also where others quote them.")
    .argument("<name>", "a name or an id, or the first letters of an id (see `elenchus authors`)")
    .addHelpText("after", "\nExample:\n  elenchus authors forget Wren --dry-run");
  withForgetting(forget).action(async (name: string) => {
    const { runForget } = await import("../forget-command.ts");
    await runForget(
      io,
      forget,
      { kind: "author", asked: name },
      forget.optsWithGlobals<ForgetCommandOptions>(),
    );
  });
}
