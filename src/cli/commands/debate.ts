import type { Command } from "commander";
import type { Io } from "../io.ts";
import {
  type DrawingOptions,
  drawingOf,
  type ListingOptions,
  wholeNumber,
  withDrawing,
  withListing,
} from "../options.ts";

const usualClashes = 10;

export function configure(command: Command, io: Io): void {
  command
    .argument("<a>", "a concept, by any of its labels, or words to search for")
    .argument("<b>", "another")
    .option("--clashes <n>", `print at most so many clashes (default: ${usualClashes})`, wholeNumber(1, 1000))
    .addHelpText("after", '\nExample:\n  elenchus debate "RL" "SSL"');
  withListing(withDrawing(command), { limit: 120 }).action(
    async (
      a: string,
      b: string,
      options: ListingOptions & DrawingOptions & { readonly clashes?: number },
    ) => {
      const { debate } = await import("../../queries/debate.ts");
      const { ask } = await import("../ask.ts");
      const { debateListing } = await import("../views/debate.ts");
      const { printListing } = await import("../listing.ts");
      const answer = await ask(io, command, debate, {
        a,
        b,
        limit: options.limit,
        ...drawingOf(options),
      });
      await printListing(
        io,
        options,
        debateListing(io, answer, { clashes: options.clashes ?? usualClashes }),
      );
    },
  );
}
