import type { Command } from "commander";
import type { JudgementOptions } from "../correct-command.ts";
import type { Io } from "../io.ts";
import { type JsonOptions, withJson } from "../options.ts";

export function configure(command: Command, io: Io): void {
  command.addHelpText("after", "\nExample:\n  elenchus correct relation 3f2a91 --reject --by Ann");
  const relation = command
    .command("relation")
    .description("Say that a relation is right or wrong, whichever extractor draws it.")
    .argument("<id>", "an id, or the start of one")
    .option("--accept", "it is right: it is sure from now on")
    .option("--reject", "it is wrong: it is neither shown nor counted")
    .option("--by <name>", "who says so")
    .addHelpText("after", "\nExample:\n  elenchus correct relation 3f2a91 --accept");
  withJson(relation).action(async (id: string) => {
    const { runCorrectRelation } = await import("../correct-command.ts");
    await runCorrectRelation(io, relation, id, relation.optsWithGlobals<JudgementOptions>());
  });
  const claim = command
    .command("claim")
    .description("Say that a claim is none.")
    .argument("<id>", "an id, or the start of one")
    .option("--reject", "it is neither shown nor counted, nor are its relations")
    .option("--by <name>", "who says so")
    .addHelpText("after", "\nExample:\n  elenchus correct claim 3f2a91 --reject");
  withJson(claim).action(async (id: string) => {
    const { runCorrectClaim } = await import("../correct-command.ts");
    await runCorrectClaim(io, claim, id, claim.optsWithGlobals<JudgementOptions>());
  });
  const list = command
    .command("list")
    .description("List what people said of claims and relations.")
    .addHelpText("after", "\nExample:\n  elenchus correct list");
  withJson(list).action(async () => {
    const { corrections } = await import("../../queries/corrections.ts");
    const { ask } = await import("../ask.ts");
    const { correctionLines } = await import("../views/corrections.ts");
    const { printLines } = await import("../listing.ts");
    const answer = await ask(io, list, corrections, {});
    await printLines(io, list.optsWithGlobals<JsonOptions>(), answer, (width) =>
      correctionLines(answer, width),
    );
  });
  const undo = command
    .command("undo")
    .description("Take back what somebody said of a claim or a relation.")
    .argument("<id>", "the id of the correction, or the start of one (see `elenchus correct list`)")
    .addHelpText("after", "\nExample:\n  elenchus correct undo 77c0d1");
  withJson(undo).action(async (id: string) => {
    const { runUndoCorrection } = await import("../correct-command.ts");
    await runUndoCorrection(io, undo, id, undo.optsWithGlobals<JsonOptions>());
  });
}
