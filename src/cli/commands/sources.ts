import type { Command } from "commander";
import type { ForgetCommandOptions } from "../forget-command.ts";
import type { Io } from "../io.ts";
import { type ListingOptions, withForgetting, withJson } from "../options.ts";

export function configure(command: Command, io: Io): void {
  command.addHelpText("after", "\nExample:\n  elenchus sources");
  withJson(command)
    .option("--csv", "print a table as CSV")
    .action(async (options: ListingOptions) => {
      const { sources } = await import("../../queries/sources.ts");
      const { ask } = await import("../ask.ts");
      const { sourceListing } = await import("../views/provenance.ts");
      const { printListing } = await import("../listing.ts");
      await printListing(io, options, sourceListing(await ask(io, command, sources, {})));
    });
  const remove = command
    .command("remove")
    .description("Take out an input with all that only it brought.")
    .argument("<id>", "the id of a source, or its first letters (see `elenchus sources`)")
    .addHelpText("after", "\nExample:\n  elenchus sources remove 8a41c2 --dry-run");
  withForgetting(remove).action(async (id: string) => {
    const { runForget } = await import("../forget-command.ts");
    await runForget(
      io,
      remove,
      { kind: "source", asked: id },
      remove.optsWithGlobals<ForgetCommandOptions>(),
    );
  });
}
