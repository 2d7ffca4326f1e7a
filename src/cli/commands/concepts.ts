import type { Command } from "commander";
import type { Io } from "../io.ts";
import { type LayerOptions, type ListingOptions, withLayer, withListing } from "../options.ts";

export function configure(command: Command, io: Io): void {
  command.addHelpText("after", "\nExample:\n  elenchus concepts --limit 10 --csv > concepts.csv");
  withListing(withLayer(command), { limit: 50 }).action(async (options: ListingOptions & LayerOptions) => {
    const { concepts } = await import("../../queries/concepts.ts");
    const { ask } = await import("../ask.ts");
    const { conceptListing } = await import("../views/lists.ts");
    const { printListing } = await import("../listing.ts");
    const answer = await ask(io, command, concepts, {
      limit: options.limit,
      extractor: options.extractor ?? null,
    });
    await printListing(io, options, conceptListing(answer));
  });
}
