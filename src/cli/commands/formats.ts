import type { Command } from "commander";
import type { Io } from "../io.ts";
import type { ListingOptions } from "../options.ts";

export function configure(command: Command, io: Io): void {
  command
    .option("--json", "print the list as JSON")
    .option("--csv", "print a table as CSV")
    .addHelpText("after", "\nExample:\n  elenchus formats")
    .action(async (options: ListingOptions) => {
      const { formatsListing } = await import("../views/formats.ts");
      const { printListing } = await import("../listing.ts");
      await printListing(io, options, formatsListing());
    });
}
