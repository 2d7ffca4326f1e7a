import type { Command } from "commander";
import type { ForgetCommandOptions } from "../forget-command.ts";
import type { Io } from "../io.ts";
import { type JsonOptions, type ListingOptions, withForgetting, withJson, withListing } from "../options.ts";

export function configure(command: Command, io: Io): void {
  command.addHelpText("after", "\nExample:\n  elenchus authors --limit 10");
  withListing(command, { limit: 50 }).action(async (options: ListingOptions) => {
    const { authors } = await import("../../queries/authors.ts");
    const { ask } = await import("../ask.ts");
    const { authorListing } = await import("../views/provenance.ts");
    const { printListing } = await import("../listing.ts");
    await printListing(io, options, authorListing(await ask(io, command, authors, { limit: options.limit })));
  });
  const merge = command
    .command("merge")
    .description("Say that two entries are one person: what the second said counts as the first's.")
    .argument("<into>", "a name or an id, or the first letters of an id (see `elenchus authors`)")
    .argument("<other>", "the entry that is the same person")
    .addHelpText("after", "\nExample:\n  elenchus authors merge wren wren_2019");
  withJson(merge).action(async (into: string, other: string) => {
    const { runMergeAuthors } = await import("../authors-command.ts");
    await runMergeAuthors(io, merge, { into, other }, merge.optsWithGlobals<JsonOptions>());
  });
  const split = command
    .command("split")
    .description("Take back that an entry is the same person as another.")
    .argument("<other>", "the entry that was merged")
    .addHelpText("after", "\nExample:\n  elenchus authors split wren_2019");
  withJson(split).action(async (other: string) => {
    const { runSplitAuthor } = await import("../authors-command.ts");
    await runSplitAuthor(io, split, other, split.optsWithGlobals<JsonOptions>());
  });
  const forget = command
    .command("forget")
    .description("Take out a person with their words, also where others quote them.")
    .argument("<name>", "a name or an id, or the first letters of an id (see `elenchus authors`)")
    .option("--all-entries", "take out every entry that was merged into the person, not one entry alone")
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
