import type { Command } from "commander";
import type { ClaimJudgementOptions } from "../correct-command.ts";
import type { ConceptJudgementOptions } from "../correct-concept.ts";
import type { QuoteJudgementOptions } from "../correct-quote.ts";
import type { RelationJudgementOptions } from "../correct-relation.ts";
import type { SamenessOptions } from "../correct-same.ts";
import type { Io } from "../io.ts";
import { type JsonOptions, withJson } from "../options.ts";

const relationExamples = `
Examples:
  elenchus correct relation 3f2a91 --accept
  elenchus correct relation 3f2a91 --kind disagrees-with --attack undermine --by Ann
  elenchus correct relation --from 81c0de --to 77ab12 --kind supports`;

const conceptExamples = `
Examples:
  elenchus correct concept RL --rename "reinforcement learning"
  elenchus correct concept "reward model" --merge "preference model" --by Ann
  elenchus correct concept "reward model" --split "preference model"
  elenchus correct concept "first thing" --drop`;

const quoteExamples = `
Examples:
  elenchus correct quote forum:17 "Dams always leak." --from forum:3
  elenchus correct quote forum:17 "Dams always leak." --of Wren --by Ann
  elenchus correct quote forum:17 "as we used to say" --none`;

export function configure(command: Command, io: Io): void {
  command.addHelpText(
    "after",
    "\nExamples:\n  elenchus correct relation 3f2a91 --reject --by Ann\n  elenchus correct relation 3f2a91 --kind responds-to\n  elenchus correct list",
  );
  const subcommands = [addRelation, addClaim, addConcept, addSame, addQuote, addList, addUndo];
  for (const add of subcommands) add(command, io);
}

function addRelation(command: Command, io: Io): void {
  const relation = command
    .command("relation")
    .description(
      "Say that a relation is right, wrong or of another kind, or draw one, whatever extractors find.",
    )
    .argument("[id]", "an id, or the start of one")
    .option("--accept", "it is right: it is sure from now on")
    .option("--reject", "it is wrong: it is neither shown nor counted")
    .option("--kind <kind>", "what it is: disagrees-with, refines, responds-to or supports")
    .option("--attack <attack>", "how it disagrees: rebut, undermine or undercut")
    .option("--from <claim>", "draw one from this claim, the answering one (instead of an id)")
    .option("--to <claim>", "to this claim, the one answered")
    .option("--by <name>", "who says so")
    .addHelpText("after", relationExamples);
  withJson(relation).action(async (id: string | undefined) => {
    const { runCorrectRelation } = await import("../correct-relation.ts");
    await runCorrectRelation(io, relation, id, relation.optsWithGlobals<RelationJudgementOptions>());
  });
}

function addClaim(command: Command, io: Io): void {
  const claim = command
    .command("claim")
    .description("Say that a claim is none.")
    .argument("<id>", "an id, or the start of one")
    .option("--reject", "it is neither shown nor counted, nor are its relations")
    .option("--by <name>", "who says so")
    .addHelpText("after", "\nExample:\n  elenchus correct claim 3f2a91 --reject");
  withJson(claim).action(async (id: string) => {
    const { runCorrectClaim } = await import("../correct-command.ts");
    await runCorrectClaim(io, claim, id, claim.optsWithGlobals<ClaimJudgementOptions>());
  });
}

function addConcept(command: Command, io: Io): void {
  const concept = command
    .command("concept")
    .description("Say what a concept is called, what belongs to it, or that it is none.")
    .argument("<name>", "a label of it, or its id")
    .option("--rename <label>", "it is called so")
    .option("--merge <name>", "this other concept is the same, and counts as it")
    .option("--alias <label>", "these words mean it too")
    .option("--split <label>", "this label of it is another concept")
    .option("--drop", "it is no concept")
    .option("--by <name>", "who says so")
    .addHelpText("after", conceptExamples);
  withJson(concept).action(async (name: string) => {
    const { runCorrectConcept } = await import("../correct-concept.ts");
    await runCorrectConcept(io, concept, name, concept.optsWithGlobals<ConceptJudgementOptions>());
  });
}

function addSame(command: Command, io: Io): void {
  const same = command
    .command("same")
    .description("Say that two claims are one, or that two stretches of words are not.")
    .argument("<claim>", "a claim or words that state one: an id, or the start of one")
    .argument("<other>", "another")
    .option("--not", "they do not say the same: part them, and never join them")
    .option("--by <name>", "who says so")
    .addHelpText(
      "after",
      "\nExample:\n  elenchus correct same 3f2a91 81c0de --by Ann\n  elenchus correct same 3f2a91 77ab02 --not",
    );
  withJson(same).action(async (claim: string, other: string) => {
    const { runCorrectSame } = await import("../correct-same.ts");
    await runCorrectSame(io, same, [claim, other], same.optsWithGlobals<SamenessOptions>());
  });
}

function addQuote(command: Command, io: Io): void {
  const quote = command
    .command("quote")
    .description("Say whether words of a comment are a quote, whose they are and where they are from.")
    .argument("<comment>", "the id of the comment, or the start of it")
    .argument("<words>", "the words, letter by letter as they stand there")
    .option("--of <author>", "whose words they are, a name or an id (default: the author of --from)")
    .option("--from <comment>", "the comment that they are from")
    .option("--none", "they are no quote: whoever wrote the comment says them")
    .option("--by <name>", "who says so")
    .addHelpText("after", quoteExamples);
  withJson(quote).action(async (comment: string, words: string) => {
    const { runCorrectQuote } = await import("../correct-quote.ts");
    await runCorrectQuote(io, quote, { comment, words }, quote.optsWithGlobals<QuoteJudgementOptions>());
  });
}

function addList(command: Command, io: Io): void {
  const list = command
    .command("list")
    .description("List what people corrected, and what waits to be found again.")
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
}

function addUndo(command: Command, io: Io): void {
  const undo = command
    .command("undo")
    .description("Take back a correction.")
    .argument("<id>", "the id of the correction, or the start of one (see `elenchus correct list`)")
    .addHelpText("after", "\nExample:\n  elenchus correct undo 77c0d1");
  withJson(undo).action(async (id: string) => {
    const { runUndoCorrection } = await import("../correct-command.ts");
    await runUndoCorrection(io, undo, id, undo.optsWithGlobals<JsonOptions>());
  });
}
