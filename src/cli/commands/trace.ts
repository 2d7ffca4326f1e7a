import type { Command } from "commander";
import type { Io } from "../io.ts";
import { type DrawingOptions, drawingOf, type ListingOptions, withDrawing, withListing } from "../options.ts";

export function configure(command: Command, io: Io): void {
  command
    .argument("<claim...>", "words of the claim, or an id of one, or the start of it")
    .option("--author <name>", "whose claim it is (a name or an id)")
    .addHelpText("after", '\nExample:\n  elenchus trace "RL is more dangerous" --author Harrow');
  withListing(withDrawing(command), { limit: 20 }).action(
    async (
      words: readonly string[],
      options: ListingOptions & DrawingOptions & { readonly author?: string },
    ) => {
      const { trace } = await import("../../queries/trace.ts");
      const { ask } = await import("../ask.ts");
      const { traceListing } = await import("../views/trace.ts");
      const { printListing } = await import("../listing.ts");
      const answer = await ask(io, command, trace, {
        claim: words.join(" "),
        author: options.author ?? null,
        limit: options.limit,
        ...drawingOf(options),
      });
      await printListing(io, options, traceListing(io, answer));
    },
  );
}
