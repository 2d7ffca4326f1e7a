import { z } from "zod";
import { AppError } from "../../errors.ts";
import type { Author, Source } from "../../model/comment.ts";
import type { StoreReader } from "../../store/store.ts";
import { Id, readRows } from "../read-rows.ts";
import { readPeople } from "./people.ts";
import { requireNonEmpty, resolveKind } from "./resolve-id.ts";

const AuthorRow = z.object({ id: Id, name: z.string() });
/** Candidates named in a message. */
const named = 6;

/**
 * The source whose id is `asked` or starts with it.
 *
 * @throws AppError `query.id-unknown`; `query.id-ambiguous`, which lists the candidates.
 */
export async function requireSource(store: StoreReader, asked: string): Promise<Source> {
  requireNonEmpty(asked);
  const found = (await store.known.sources()).filter(({ id }) => id.startsWith(asked));
  const exact = found.filter(({ id }) => id === asked);
  const [source, other] = exact.length > 0 ? exact : found;
  if (source === undefined)
    throw new AppError("query.id-unknown", `no source has an id that starts with "${asked}"`, {
      hint: "`elenchus sources` lists the sources with their ids.",
    });
  if (other !== undefined)
    throw ambiguous(
      asked,
      found.map(({ id, file }) => `source ${id} (${file})`),
    );
  return source;
}

/**
 * The entries with a name, in any case, or the one with an id or the start of one. Several are entries of one
 * person.
 *
 * @throws AppError `query.id-unknown`; `query.id-ambiguous`, which lists the candidates; `query.invalid` for
 *   an id of something else.
 */
export async function requireEntries(
  store: StoreReader,
  asked: string,
): Promise<readonly [Author, ...Author[]]> {
  const found = await readRows(store, "authors-by-name", { name: asked.toLowerCase(), id: asked }, AuthorRow);
  const exact = found.find(({ id }) => id === asked);
  if (exact !== undefined) return [exact];
  const [first, ...others] = found;
  if (first === undefined) {
    const [byId] = await store.known.authors([await resolveKind(store, asked, "author")]);
    if (byId === undefined) throw new Error(`the author ${asked} was found and is not stored`);
    return [byId];
  }
  const people = await readPeople(store);
  if (others.some(({ id }) => people.idOf(id) !== people.idOf(first.id))) throw ambiguousAuthor(asked, found);
  return [first, ...others];
}

/**
 * The entry that `requireEntries` finds; of several the one that speaks for the person.
 *
 * @throws AppError as `requireEntries` does.
 */
export async function requireAuthor(store: StoreReader, asked: string): Promise<Author> {
  const [entry, ...others] = await requireEntries(store, asked);
  if (others.length === 0) return entry;
  const [main = entry] = await store.known.authors([(await readPeople(store)).idOf(entry.id)]);
  return main;
}

/** The refusal of a name that several entries have. */
export function ambiguousAuthor(asked: string, entries: readonly Author[]): AppError {
  return ambiguous(
    asked,
    entries.map(({ id, name }) => `author ${id} (${name})`),
  );
}

function ambiguous(asked: string, candidates: readonly string[]): AppError {
  return new AppError("query.id-ambiguous", `"${asked}" may be ${candidates.slice(0, named).join("; ")}`, {
    hint: "Give the whole id, or more letters of it.",
  });
}
