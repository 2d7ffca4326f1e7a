import type { Command } from "commander";
import type { Io } from "../io.ts";
import { type DrawingOptions, drawingOf, type ListingOptions, withDrawing, withListing } from "../options.ts";

interface SearchOptions extends ListingOptions, DrawingOptions {
  readonly kind?: string;
}

export function configure(command: Command, io: Io): void {
  command
    .argument("<words...>", "what to look for")
    .option("--kind <kind>", "only claim or only concept")
    .addHelpText("after", '\nExample:\n  elenchus search "reward function" --limit 5');
  withListing(withDrawing(command), { limit: 20 }).action(
    async (words: readonly string[], options: SearchOptions) => {
      const { search } = await import("../../queries/search.ts");
      const { ask } = await import("../ask.ts");
      const { searchListing } = await import("../views/lists.ts");
      const { printListing } = await import("../listing.ts");
      const answer = await ask(io, command, search, {
        text: words.join(" "),
        kind: options.kind ?? null,
        limit: options.limit,
        ...drawingOf(options),
      });
      await printListing(io, options, searchListing(io, answer));
    },
  );
}
