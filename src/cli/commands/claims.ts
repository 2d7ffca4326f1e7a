import type { Command } from "commander";
import type { Io } from "../io.ts";
import { type DrawingOptions, drawingOf, type ListingOptions, withDrawing, withListing } from "../options.ts";

interface ClaimsOptions extends ListingOptions, DrawingOptions {
  readonly concept?: string;
  readonly author?: string;
  readonly kind?: string;
}

export function configure(command: Command, io: Io): void {
  command
    .option("--concept <label>", "only claims about this concept (a label or an id)")
    .option("--author <name>", "only claims by this author (a name or an id)")
    .option(
      "--kind <relation>",
      "only claims in such a relation: disagrees-with, refines, responds-to or supports",
    )
    .addHelpText("after", "\nExample:\n  elenchus claims --concept RL --kind disagrees-with");
  withListing(withDrawing(command), { limit: 50 }).action(async (options: ClaimsOptions) => {
    const { claims } = await import("../../queries/claims.ts");
    const { ask } = await import("../ask.ts");
    const { claimListing } = await import("../views/lists.ts");
    const { printListing } = await import("../listing.ts");
    const answer = await ask(io, command, claims, {
      concept: options.concept ?? null,
      author: options.author ?? null,
      kind: options.kind ?? null,
      limit: options.limit,
      ...drawingOf(options),
    });
    await printListing(io, options, claimListing(io, answer));
  });
}
