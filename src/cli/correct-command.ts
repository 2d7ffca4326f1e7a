import type { Command } from "commander";
import { correct, undoCorrection } from "../correct.ts";
import { AppError } from "../errors.ts";
import { corrections, correctionsMeant } from "../queries/corrections.ts";
import { resolveId } from "../queries/load/resolve-id.ts";
import { show } from "../queries/show.ts";
import type { Store, StoreReader } from "../store/store.ts";
import type { Io } from "./io.ts";
import { printLines } from "./listing.ts";
import { openTheStore } from "./open.ts";
import type { JsonOptions } from "./options.ts";
import { printableLine } from "./printable.ts";

export interface JudgementOptions extends JsonOptions {
  readonly accept?: boolean;
  readonly reject?: boolean;
  readonly by?: string;
}

/** Says that a relation is right or wrong. */
export async function runCorrectRelation(
  io: Io,
  command: Command,
  asked: string,
  options: JudgementOptions,
): Promise<void> {
  if (options.accept === options.reject)
    throw new AppError("cli.usage", "say whether the relation is right or wrong", {
      hint: "Give --accept or --reject.",
    });
  const action = options.accept === true ? "accept" : "reject";
  const store = await openTheStore(io, command);
  const { id, ends } = await read(store, async (reader) => {
    const found = await resolveId(reader, asked, "relation");
    const shown = await show.run(reader, { id: found.id });
    if (shown.kind !== "relation") throw new Error(`${found.id} is no relation`);
    const { from, to } = shown.relation;
    return { id: found.id, ends: { from: from.locutionId, to: to.locutionId } };
  });
  const correction = await correct(store, { kind: "relation", id, ends, action }, options.by ?? "");
  await printLines(io, options, correction, () => [
    `relation ${id} is ${action}ed${saidBy(correction.by)} (correction ${correction.id})`,
  ]);
}

/** Says that a claim is none. */
export async function runCorrectClaim(
  io: Io,
  command: Command,
  asked: string,
  options: JudgementOptions,
): Promise<void> {
  if (options.reject !== true)
    throw new AppError("cli.usage", "say what is wrong with the claim", { hint: "Give --reject." });
  const store = await openTheStore(io, command);
  const { id } = await read(store, (reader) => resolveId(reader, asked, "claim"));
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
  const store = await openTheStore(io, command);
  const { items } = await read(store, (reader) => corrections.run(reader, {}));
  const [found, other] = correctionsMeant(items, asked);
  if (found === undefined)
    throw new AppError("query.id-unknown", `no correction has an id that starts with "${asked}"`, {
      hint: "`elenchus correct list` lists them with their ids.",
    });
  if (other !== undefined)
    throw new AppError("query.id-ambiguous", `several corrections have an id that starts with "${asked}"`, {
      hint: "Give more letters of the id that you mean.",
    });
  await undoCorrection(store, found);
  await printLines(io, options, { id: found.id }, () => [`correction ${found.id} is taken back`]);
}

async function read<Result>(store: Store, work: (reader: StoreReader) => Promise<Result>): Promise<Result> {
  const reader = await store.openReader();
  try {
    return await work(reader);
  } finally {
    await reader.close();
  }
}

const saidBy = (by: string): string => (by === "" ? "" : ` by ${printableLine(by)}`);
