import type { Command } from "commander";
import type { Io } from "../io.ts";
import { type DrawingOptions, drawingOf, type JsonOptions, withDrawing, withJson } from "../options.ts";

export function configure(command: Command, io: Io): void {
  command
    .argument(
      "<id>",
      "an id or the start of one, the address of a comment or of a view of the page, or a concept's label",
    )
    .addHelpText("after", "\nExample:\n  elenchus show 3f2a91");
  withJson(withDrawing(command)).action(async (id: string, options: JsonOptions & DrawingOptions) => {
    const { show } = await import("../../queries/show.ts");
    const { ask } = await import("../ask.ts");
    const { showLines } = await import("../views/show.ts");
    const { printLines } = await import("../listing.ts");
    const answer = await ask(io, command, show, { id, ...drawingOf(options) });
    await printLines(io, options, answer, (width) => showLines(io, answer, width));
  });
}
