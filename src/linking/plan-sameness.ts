import { AppError } from "../errors.ts";
import type { Correction } from "../model/claim.ts";
import { parsePair } from "../model/judged-pair.ts";
import type { Known } from "../model/known.ts";
import { type Sameness, samenessCorrection, samenessOf } from "../model/sameness.ts";
import { ChangeBuilder } from "./change-builder.ts";
import { settleSameness } from "./settle-sameness.ts";

/**
 * What a person's word on two stretches of words came to: the claims that they state now. `isWaiting` says
 * that what people say of other words does not let it hold.
 */
export interface Settled {
  readonly correction: Correction;
  readonly claimOfA: string;
  readonly claimOfB: string;
  readonly isWaiting: boolean;
}

/**
 * Plans to keep that two locutions state one claim, or do not, and joins or parts their claims.
 *
 * It is kept also where what people say of other words does not let it hold, so that the order in which they
 * say it does not matter. It is refused where it could not hold by itself.
 *
 * @throws AppError `linking.not-joinable` where the claims of the words attack each other or are those of maps;
 *   `linking.not-partable` where a map states both words in one claim.
 */
export async function planSameness(
  known: Known,
  sameness: Sameness,
  by: string,
  change: ChangeBuilder,
): Promise<Settled> {
  const correction = samenessCorrection(sameness, by);
  const others = (await known.allCorrections()).filter(({ id }) => id !== correction.id);
  const settle = (corrections: readonly Correction[], into: ChangeBuilder) =>
    settleSameness(known, [sameness.a, sameness.b], [...corrections, correction], into);
  // Also where it holds with what people say: whether it is kept does not depend on what was said before.
  const relations = others.filter((one) => samenessOf(one) === null);
  if (!holds(sameness, await settle(relations, new ChangeBuilder()))) throw impossible(sameness);
  const claims = await settle(others, change);
  change.add("save-corrections", correction);
  const [claimOfA = "", claimOfB = ""] = [claims.get(sameness.a), claims.get(sameness.b)];
  return { correction, claimOfA, claimOfB, isWaiting: !holds(sameness, claims) };
}

function holds({ a, b, isSame }: Sameness, claims: ReadonlyMap<string, string>): boolean {
  return (claims.get(a) === claims.get(b)) === isSame;
}

function impossible({ a, b, isSame }: Sameness): AppError {
  return isSame
    ? new AppError("linking.not-joinable", `the words ${a} and ${b} cannot be one claim`, {
        hint: "Words of one attack the other, or argument maps state both: `elenchus show` lists what is drawn, and `elenchus correct relation` rejects it.",
      })
    : new AppError("linking.not-partable", `an argument map states the words ${a} and ${b} as one claim`, {
        hint: "What a map takes for one claim stays one.",
      });
}

/** Plans to leave claims as they are without a correction: parts what it joined, and joins what it parted. */
export async function unsettleSameness(
  known: Known,
  correction: Correction,
  others: readonly Correction[],
  change: ChangeBuilder,
): Promise<void> {
  const said = samenessOf(correction);
  if (said !== null) await settleSameness(known, [said.a, said.b], others, change);
}

/**
 * Plans to join and part the claims of two stretches of words anew, once another correction says what stands
 * between them: words that attack each other are not one claim. Only claims that people joined or parted are
 * looked at.
 *
 * @param plan.corrections - all that people say, as it is to stand.
 * @param plan.erased - relations and stances, by their ids, that the change takes away.
 * @returns the claim that each locution states which was looked at.
 */
export async function settleBetween(
  known: Known,
  { target, value }: Correction,
  {
    corrections,
    erased,
    change,
  }: {
    readonly corrections: readonly Correction[];
    readonly erased: ReadonlySet<string>;
    readonly change: ChangeBuilder;
  },
): Promise<ReadonlyMap<string, string>> {
  const pair = target.kind === "relation" ? parsePair(value) : null;
  const said = corrections.flatMap((correction) => samenessOf(correction) ?? []);
  if (pair === null || said.length === 0) return new Map();
  const settled = new ChangeBuilder();
  const claims = await settleSameness(known, [pair.from], corrections, settled, erased);
  if (!claims.has(pair.to) || !said.some(({ a, b }) => claims.has(a) || claims.has(b))) return new Map();
  change.append(settled);
  return claims;
}
