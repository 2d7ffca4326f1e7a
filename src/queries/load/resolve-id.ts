import { z } from "zod";
import { AppError } from "../../errors.ts";
import type { StoreReader } from "../../store/store.ts";
import { Id, readRows } from "../read-rows.ts";
import { readPeople } from "./people.ts";

const Kind = z.enum(["claim", "concept", "comment", "relation", "quote", "author"]);
export type Kind = z.output<typeof Kind>;
const ThingRow = z.object({ kind: z.enum([...Kind.options, "locution"]), id: Id, text: z.string() });
type ThingRow = z.output<typeof ThingRow>;
const EndingRow = z.object({ kind: z.enum(["comment", "author"]), id: Id, text: z.string() });
const IdRow = z.object({ id: Id });

export interface Resolved {
  readonly kind: Kind;
  readonly id: string;
}

/** Where ids of a kind are found. */
const listedBy: Readonly<Record<Kind, string>> = {
  claim: "`elenchus claims` lists claims with their ids.",
  concept: "`elenchus concepts` lists concepts with their ids.",
  comment: "`elenchus show` of a claim names the comments that it stands in.",
  relation: "`elenchus show` of a claim lists its relations with their ids.",
  quote: "`elenchus show` of a comment lists its quotes with their ids.",
  author: "`elenchus authors` lists people with their ids.",
};

/** Of each kind so many are looked at; more than one is ambiguous anyway. */
const looked = 8;
/** Candidates named in the message, and how much of their words. */
const named = 6;
const wordsShown = 60;

/**
 * What an id or the start of one means, among all kinds or one.
 *
 * A whole id wins over longer ones that start with it. The id of a locution, which may once have been a claim's,
 * stands for the claim that it states. Comments and people are also found by the id that their site gives them.
 * Among all kinds, several entries of one person mean the person; who asks for an author alone means one entry.
 *
 * @throws AppError `query.id-unknown`; `query.id-ambiguous`, which lists the candidates.
 */
export async function resolveId(
  store: StoreReader,
  asked: string,
  only: Kind | null = null,
): Promise<Resolved> {
  requireNonEmpty(asked);
  // Indexes find a whole id at once; the embedded engine has none for the start of one and reads all ids.
  for (const row of await readRows(store, "things-by-id", { id: asked }, ThingRow)) {
    const whole = await meantBy(store, row, only);
    if (whole !== null) return whole;
  }
  const found: (Resolved & { readonly text: string })[] = [];
  for (const row of await readRows(store, "ids-with-prefix", { prefix: asked, limit: looked }, ThingRow)) {
    const meant = await meantBy(store, row, only);
    if (meant === null) continue;
    if (row.id === asked) return meant;
    if (!found.some((it) => it.kind === meant.kind && it.id === meant.id))
      found.push({ ...meant, text: row.text });
  }
  if (found.length === 0) {
    const ending = { ending: `:${asked}`, limit: looked };
    for (const row of await readRows(store, "ids-with-ending", ending, EndingRow))
      if (only === null || row.kind === only) found.push(row);
  }
  const [first] = found;
  if (first === undefined) throw unknown(asked, only);
  if (found.length === 1) return { kind: first.kind, id: first.id };
  const person = only === null ? await personOf(store, found) : null;
  if (person !== null) return { kind: "author", id: person };
  throw new AppError(
    "query.id-ambiguous",
    `"${asked}" may be ${found.slice(0, named).map(describe).join("; ")}`,
    {
      hint: "Give more letters of the id that you mean.",
    },
  );
}

/**
 * Refuses an empty id, which would be the start of any: a script whose variable is not set means nothing in
 * the store.
 *
 * @throws AppError `query.id-unknown`.
 */
export function requireNonEmpty(asked: string): void {
  if (asked !== "") return;
  throw new AppError("query.id-unknown", "an empty id names nothing", {
    hint: "Give an id, or the start of one.",
  });
}

function unknown(asked: string, only: Kind | null): AppError {
  const hasName = only === "author" || only === "concept";
  const missing = hasName
    ? `no ${only} is called "${asked}" or has an id that starts so`
    : `${only === null ? "nothing in the store" : `no ${only}`} has an id that starts with "${asked}"`;
  return new AppError("query.id-unknown", missing, {
    hint:
      only === null ? "`elenchus search WORDS` shows claims and concepts with their ids." : listedBy[only],
  });
}

/**
 * The id of the one kind of thing that is wanted. Where an id means something else, the error says what.
 *
 * @param instead - the hint of the error: where ids of the wanted kind are found. Default: the command that
 *   lists them.
 * @throws AppError `query.id-unknown`; `query.id-ambiguous`; `query.invalid` for an id of another kind.
 */
export async function resolveKind(
  store: StoreReader,
  asked: string,
  wanted: Kind,
  instead = listedBy[wanted],
): Promise<string> {
  requireNonEmpty(asked);
  const found = await unlessUnknown(resolveId(store, asked, wanted));
  if (found !== null) return found.id;
  const other = await unlessUnknown(resolveId(store, asked));
  if (other === null)
    throw new AppError("query.id-unknown", unknown(asked, wanted).message, { hint: instead });
  const kind = other.kind === "author" ? "an author" : `a ${other.kind}`;
  throw new AppError("query.invalid", `${other.id} is ${kind} and no ${wanted}`, { hint: instead });
}

/** Null where nothing has such an id. */
export async function unlessUnknown(resolving: Promise<Resolved>): Promise<Resolved | null> {
  try {
    return await resolving;
  } catch (error) {
    if (error instanceof AppError && error.code === "query.id-unknown") return null;
    throw error;
  }
}

/** The entry that speaks for the one person whose entries all of these are; null where they are anything else. */
async function personOf(store: StoreReader, found: readonly Resolved[]): Promise<string | null> {
  // Where as many were found as are looked at, others may be left.
  if (found.length >= looked || found.some(({ kind }) => kind !== "author")) return null;
  const people = await readPeople(store);
  const [person = null, other] = new Set(found.map(({ id }) => people.idOf(id)));
  return other === undefined ? person : null;
}

/** What a row stands for, or null where that is not of the kind wanted. */
async function meantBy(store: StoreReader, row: ThingRow, only: Kind | null): Promise<Resolved | null> {
  const kind = row.kind === "locution" ? "claim" : row.kind;
  if (only !== null && kind !== only) return null;
  const id = row.kind === "locution" ? await claimOfLocution(store, row.id) : row.id;
  return id === null ? null : { kind, id };
}

async function claimOfLocution(store: StoreReader, id: string): Promise<string | null> {
  const [row] = await readRows(store, "claim-of-locution", { id }, IdRow);
  return row?.id ?? null;
}

function describe({ kind, id, text }: Resolved & { readonly text: string }): string {
  const words = text.replace(/\s+/g, " ").slice(0, wordsShown);
  return words === "" ? `${kind} ${id}` : `${kind} ${id} (${words})`;
}
