import type { Command } from "commander";
import { correct } from "../correct.ts";
import { AppError } from "../errors.ts";
import type { Judgement } from "../linking/plan-correction.ts";
import { relationId } from "../model/id.ts";
import {
  type Attack,
  attacks,
  correctionMethod,
  type JudgedPair,
  peoplesExtractor,
} from "../model/judged-pair.ts";
import { type Relation, relationKinds } from "../model/relation.ts";
import { resolveKind } from "../queries/load/resolve-id.ts";
import { wordsOfClaims } from "../queries/load/words.ts";
import type { Words } from "../queries/shapes.ts";
import { show } from "../queries/show.ts";
import type { StoreReader } from "../store/store.ts";
import type { Io } from "./io.ts";
import { printLines } from "./listing.ts";
import { openTheStore } from "./open.ts";
import type { JsonOptions } from "./options.ts";
import { readOnce, saidBy } from "./said-by.ts";

export interface RelationJudgementOptions extends JsonOptions {
  readonly accept?: boolean;
  readonly reject?: boolean;
  readonly kind?: string;
  readonly attack?: string;
  readonly from?: string;
  readonly to?: string;
  readonly by?: string;
}

/** Two stretches of words, and what is drawn from the first to the second: of several the one that was named. */
interface PairAsked {
  readonly from: Words;
  readonly to: Words;
  readonly drawn: Pick<Relation, "id" | "kind" | "method"> | null;
  readonly attack: Attack | null;
}

/** Says that a relation is right, wrong or of another kind, or draws one between two claims. */
export async function runCorrectRelation(
  io: Io,
  command: Command,
  asked: string | undefined,
  options: RelationJudgementOptions,
): Promise<void> {
  requireOneJudgement(asked, options);
  const store = await openTheStore(io, command);
  const pair = await readOnce(store, (reader) => pairAsked(reader, asked, options));
  const judgement = judgementOf(pair, options);
  const correction = await correct(store, judgement, options.by ?? "");
  await printLines(io, options, correction, () => [
    `${outcome(pair, judgement)}${saidBy(correction.by)} (correction ${correction.id})`,
  ]);
}

function requireOneJudgement(
  asked: string | undefined,
  { accept, reject, kind, attack, from, to }: RelationJudgementOptions,
): void {
  if ((asked === undefined) !== (from !== undefined && to !== undefined) || (asked && (from || to)))
    throw new AppError("cli.usage", "say which relation is meant", {
      hint: "Give the id of a relation, or two claims with --from and --to.",
    });
  const kinds = kind !== undefined || attack !== undefined;
  if ([accept === true, reject === true, kinds].filter(Boolean).length !== 1)
    throw new AppError("cli.usage", "say whether the relation is right, wrong or of another kind", {
      hint: "Give one of --accept, --reject and --kind.",
    });
  if (attack !== undefined && kind !== undefined && kind !== "disagrees-with")
    throw new AppError("cli.usage", `--attack ${attack} says how words disagree, and not how one ${kind}`, {
      hint: "Leave it out, or give --kind disagrees-with.",
    });
}

async function pairAsked(
  reader: StoreReader,
  asked: string | undefined,
  { from = "", to = "" }: RelationJudgementOptions,
): Promise<PairAsked> {
  if (asked === undefined) return pairOfClaims(reader, from, to);
  const id = await resolveKind(reader, asked, "relation", claimInstead);
  const shown = await show.run(reader, { id });
  if (shown.kind !== "relation") throw new Error(`${id} is no relation`);
  const { relation } = shown;
  return { from: relation.from, to: relation.to, drawn: relation, attack: relation.attack };
}

const claimInstead =
  "`elenchus show` of a claim lists its relations with their ids; `correct relation --from CLAIM --to CLAIM --kind KIND` draws one, and `correct claim CLAIM --reject` says that it is no claim.";

async function pairOfClaims(reader: StoreReader, fromAsked: string, toAsked: string): Promise<PairAsked> {
  const from = await wordsAsked(reader, fromAsked);
  const to = await wordsAsked(reader, toAsked);
  if (from.locutionId === to.locutionId)
    throw new AppError("cli.usage", "a relation has two ends, and both of these are the same words", {
      hint: "Give two claims with --from and --to.",
    });
  const relations = await reader.known.relations([from.commentId]);
  const drawn = relations.filter((one) => one.from === from.locutionId && one.to === to.locutionId);
  const [first = null] = drawn.sort((a, b) => Number(isPeoples(a)) - Number(isPeoples(b)));
  return { from, to, drawn: first, attack: first?.kind === "disagrees-with" ? first.attack : null };
}

/** The words that an id means: those of a locution, else the first that state the claim. */
export async function wordsAsked(reader: StoreReader, asked: string): Promise<Words> {
  const id = await resolveKind(reader, asked, "claim");
  const said = (await wordsOfClaims(reader, [id])).get(id) ?? [];
  const words = said.find(({ locutionId }) => locutionId.startsWith(asked)) ?? said[0];
  if (words === undefined) throw new Error(`nobody states the claim ${id}`);
  return words;
}

const isPeoples = ({ method }: Pick<Relation, "method">): boolean => method === correctionMethod;

function judgementOf(asked: PairAsked, options: RelationJudgementOptions): Judgement {
  const { from, to, drawn } = asked;
  const ends = { from: from.locutionId, to: to.locutionId };
  const judged = { kind: "relation", id: drawn?.id ?? null } as const;
  if (options.reject) return { ...judged, pair: { ...ends, says: null }, action: "reject" };
  if (options.accept && drawn === null)
    throw new AppError("cli.usage", "nothing is drawn between these words", {
      hint: "Say with --kind what stands between them.",
    });
  // What a person drew is right by their word; the next one says the same.
  if (options.accept && drawn && !isPeoples(drawn))
    return { ...judged, pair: { ...ends, says: null }, action: "accept" };
  const says = saysOf(asked, options);
  if (says.kind === "refines" && from.speaker && to.speaker && from.speaker.id !== to.speaker.id)
    throw new AppError("cli.usage", "nobody refines another person's words", {
      hint: "Give --kind responds-to; `elenchus authors merge` says that two names are one person.",
    });
  return { ...judged, pair: { ...ends, says }, action: "change" };
}

function saysOf(
  { drawn, attack: before }: PairAsked,
  options: RelationJudgementOptions,
): NonNullable<JudgedPair["says"]> {
  const attack = oneOf("--attack", attacks, options.attack) ?? before ?? "rebut";
  const kind = oneOf("--kind", relationKinds, options.kind) ?? drawn?.kind;
  if (kind === undefined)
    throw new AppError("cli.usage", "nothing is drawn between these words", {
      hint: "Say with --kind what stands between them.",
    });
  return { kind, attack: kind === "disagrees-with" ? attack : null };
}

function oneOf<Name extends string>(
  option: string,
  names: readonly Name[],
  asked: string | undefined,
): Name | undefined {
  const name = names.find((one) => one === asked);
  if (asked !== undefined && name === undefined)
    throw new AppError("cli.usage", `${option} ${asked}: there is no such one`, {
      hint: `Give one of: ${names.join(", ")}.`,
    });
  return name;
}

function outcome({ from, to, drawn }: PairAsked, { action, ...judgement }: Judgement): string {
  if (judgement.kind !== "relation" || action !== "change")
    return drawn === null
      ? `that ${from.claimId} bears on ${to.claimId} is rejected`
      : `relation ${drawn.id} is ${action}ed`;
  const { says } = judgement.pair;
  const attack = says?.attack == null ? "" : ` (${says.attack})`;
  const id = relationId(peoplesExtractor, from.locutionId, to.locutionId);
  const before = drawn === null || drawn.id === id ? "" : `, in place of ${drawn.id},`;
  return `relation ${id}${before} is drawn: ${says?.kind ?? ""}${attack}`;
}
