import type { Command } from "commander";
import { correctSameness } from "../correct.ts";
import { AppError } from "../errors.ts";
import type { Settled } from "../linking/plan-sameness.ts";
import { wordsAsked } from "./correct-relation.ts";
import type { Io } from "./io.ts";
import { printLines } from "./listing.ts";
import { openTheStore } from "./open.ts";
import type { JsonOptions } from "./options.ts";
import { readOnce, saidBy } from "./said-by.ts";

export interface SamenessOptions extends JsonOptions {
  readonly not?: boolean;
  readonly by?: string;
}

/** Says that two stretches of words state one claim, or that they do not. */
export async function runCorrectSame(
  io: Io,
  command: Command,
  asked: readonly [string, string],
  options: SamenessOptions,
): Promise<void> {
  const isSame = options.not !== true;
  const store = await openTheStore(io, command);
  const [a, b] = await readOnce(store, async (reader) => [
    await wordsAsked(reader, asked[0]),
    await wordsAsked(reader, asked[1]),
  ]);
  if (a === undefined || b === undefined || a.locutionId === b.locutionId)
    throw new AppError("cli.usage", "both ids mean the same words", {
      hint: "Give two claims; `elenchus show CLAIM` lists the ids of the words that state one.",
    });
  const sameness = { a: a.locutionId, b: b.locutionId, isSame };
  const settled = await correctSameness(store, sameness, options.by ?? "");
  await printLines(io, options, settled, () => [
    `${outcome(settled, isSame)}${saidBy(settled.correction.by)} (correction ${settled.correction.id})`,
  ]);
}

function outcome({ claimOfA, claimOfB, isWaiting }: Settled, isSame: boolean): string {
  if (isWaiting)
    return `kept, and waits: what people say of other words keeps the claims ${claimOfA} and ${claimOfB} apart`;
  return isSame
    ? `both say the same: they are the claim ${claimOfA}`
    : `they do not say the same: they are the claims ${claimOfA} and ${claimOfB}`;
}
