import type { Command } from "commander";
import { correct, undoCorrection } from "../correct.ts";
import { undoMerge } from "../correct-authors.ts";
import { undoConceptCorrection } from "../correct-concept.ts";
import { undoQuoteCorrection } from "../correct-quote.ts";
import { AppError } from "../errors.ts";
import { corrections, correctionsMeant } from "../queries/corrections.ts";
import { requireNonEmpty, resolveKind } from "../queries/load/resolve-id.ts";
import type { Io } from "./io.ts";
import { printLines } from "./listing.ts";
import { openTheStore } from "./open.ts";
import type { JsonOptions } from "./options.ts";
import { readOnce, saidBy } from "./said-by.ts";

export interface ClaimJudgementOptions extends JsonOptions {
  readonly reject?: boolean;
  readonly by?: string;
}

/** Says that a claim is none. */
export async function runCorrectClaim(
  io: Io,
  command: Command,
  asked: string,
  options: ClaimJudgementOptions,
): Promise<void> {
  if (options.reject !== true)
    throw new AppError("cli.usage", "say what is wrong with the claim", { hint: "Give --reject." });
  const store = await openTheStore(io, command);
  const instead = "`elenchus claims` lists claims; `correct relation` judges a relation.";
  const id = await readOnce(store, (reader) => resolveKind(reader, asked, "claim", instead));
  const correction = await correct(store, { kind: "claim", id, action: "reject" }, options.by ?? "");
  await printLines(io, options, correction, () => [
    `claim ${id} is rejected${saidBy(correction.by)} (correction ${correction.id})`,
  ]);
}

/** Takes back what a person said. */
export async function runUndoCorrection(
  io: Io,
  command: Command,
  asked: string,
  options: JsonOptions,
): Promise<void> {
  requireNonEmpty(asked);
  const store = await openTheStore(io, command);
  const { items } = await readOnce(store, (reader) => corrections.run(reader, {}));
  const [found, other] = correctionsMeant(items, asked);
  if (found === undefined)
    throw new AppError("query.id-unknown", `no correction has an id that starts with "${asked}"`, {
      hint: "`elenchus correct list` lists them with their ids.",
    });
  if (other !== undefined)
    throw new AppError("query.id-ambiguous", `several corrections have an id that starts with "${asked}"`, {
      hint: "Give more letters of the id that you mean.",
    });
  if (found.kind === "author") await undoMerge(store, found);
  else if (found.kind === "concept") await undoConceptCorrection(store, found);
  else if (found.kind === "quote") await undoQuoteCorrection(store, found);
  else await undoCorrection(store, found);
  await printLines(io, options, { id: found.id }, () => [`correction ${found.id} is taken back`]);
}
