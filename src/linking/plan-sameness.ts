import { AppError } from "../errors.ts";
import type { Correction } from "../model/claim.ts";
import { parsePair } from "../model/judged-pair.ts";
import type { Known } from "../model/known.ts";
import { type Sameness, samenessCorrection, samenessOf } from "../model/sameness.ts";
import { ChangeBuilder } from "./change-builder.ts";
import { settleSameness } from "./settle-sameness.ts";

/** What a person's word on two stretches of words came to: the claims that they state now. */
export interface Settled {
  readonly correction: Correction;
  readonly claimOfA: string;
  readonly claimOfB: string;
}

/**
 * Plans to keep that two locutions state one claim, or do not, and joins or parts their claims.
 *
 * @throws AppError `linking.not-joinable` where one attacks the other, where maps state both, or where people set other words
 *   of the two apart.
 */
export async function planSameness(
  known: Known,
  sameness: Sameness,
  by: string,
  change: ChangeBuilder,
): Promise<Settled> {
  const correction = samenessCorrection(sameness, by);
  const corrections = (await known.allCorrections()).filter(({ id }) => id !== correction.id);
  const { a, b, isSame } = sameness;
  const claims = await settleSameness(known, [a, b], [...corrections, correction], change);
  const [claimOfA, claimOfB] = [claims.get(a) ?? "", claims.get(b) ?? ""];
  if (isSame && claimOfA !== claimOfB)
    throw new AppError("linking.not-joinable", `the words ${a} and ${b} cannot be one claim`, {
      hint: "One attacks the other, argument maps state both, or people set them apart: see `elenchus show` and `elenchus correct list`.",
    });
  change.add("save-corrections", correction);
  return { correction, claimOfA, claimOfB };
}

/** Plans to leave claims as they are without a correction: parts what it joined, and joins what it parted. */
export async function unsettleSameness(
  known: Known,
  correction: Correction,
  change: ChangeBuilder,
): Promise<void> {
  const said = samenessOf(correction);
  if (said === null) return;
  const others = (await known.allCorrections()).filter(({ id }) => id !== correction.id);
  await settleSameness(known, [said.a, said.b], others, change);
}

/**
 * Plans to join and part the claims of two stretches of words anew, once it is stored what a correction says stands between
 * them: words that attack each other are not one claim. Only claims that people joined or parted are looked at.
 */
export async function settleBetween(
  known: Known,
  { target, value }: Correction,
  change: ChangeBuilder,
): Promise<void> {
  const pair = target.kind === "relation" ? parsePair(value) : null;
  const corrections = await known.allCorrections();
  const said = corrections.flatMap((correction) => samenessOf(correction) ?? []);
  if (pair === null || said.length === 0) return;
  const settled = new ChangeBuilder();
  const claims = await settleSameness(known, [pair.from], corrections, settled);
  if (claims.has(pair.to) && said.some(({ a, b }) => claims.has(a) || claims.has(b))) change.append(settled);
}
