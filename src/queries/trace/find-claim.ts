import { AppError } from "../../errors.ts";
import { compareStrings } from "../../model/id.ts";
import { searchText } from "../../store/search-text.ts";
import type { StoreReader } from "../../store/store.ts";
import { claimsOfAuthors, requireAuthors } from "../load/find.ts";
import { resolveId } from "../load/resolve-id.ts";
import { wordsOfClaims } from "../load/words.ts";

/** Hits of the text search that are looked at, and how many of them are compared word by word. */
const mostHits = 10_000;
const mostCompared = 100;
/** Fewer signs are never taken for the start of an id. */
const idStart = /^[0-9a-f]{3,16}$/;
/** A word or a number that could be the start of an id, such as "bad" or "2025". */
const plainWord = /^(?:[a-f]{1,5}|[0-9]{1,5})$/;

/** The claim found, the author ids asked for (null: whoever made it), and other claims that fit, nearest first. */
export interface FoundClaim {
  readonly id: string;
  readonly authorIds: readonly string[] | null;
  readonly others: readonly string[];
}

/**
 * The claim that an id or words mean, of one author where one is named.
 *
 * What could be the start of an id is one where a claim has such an id, but a short word or number only where
 * no claim has it as a word. Of claims found by words, the one that has the most of the asked words stands
 * first, then the one that adds the fewest others, then the one that the search ranks higher. Words are
 * compared by their stems.
 *
 * @throws AppError `query.no-match` where no claim, or none of the author's, has any of the words.
 */
export async function findClaim(
  store: StoreReader,
  asked: string,
  author: string | null,
): Promise<FoundClaim> {
  const authorIds = author === null ? null : (await requireAuthors(store, author)).map(({ id }) => id);
  const isWord = plainWord.test(asked);
  const byId = isWord ? null : await claimStarting(store, asked);
  if (byId !== null) return { id: byId, authorIds, others: [] };
  const [id, ...others] = await claimsByWords(store, asked, authorIds);
  if (id !== undefined) return { id, authorIds, others };
  const byWord = isWord ? await claimStarting(store, asked) : null;
  if (byWord !== null) return { id: byWord, authorIds, others };
  const isOthers = author !== null && (await store.search(asked, { limit: 1, kind: "claim" })).length > 0;
  throw new AppError(
    "query.no-match",
    `no claim${author === null ? "" : ` of ${author}`} is about "${asked}"`,
    {
      hint: isOthers
        ? "Others claim such things: leave out the author, or name another."
        : "Try other words; `elenchus claims` lists what is there.",
    },
  );
}

/** Claims that have some of the words, best first. */
async function claimsByWords(
  store: StoreReader,
  asked: string,
  authorIds: readonly string[] | null,
): Promise<readonly string[]> {
  // Of all people the first are enough; the hits of one may stand anywhere.
  const limit = authorIds === null ? mostCompared : mostHits;
  const hits = (await store.search(asked, { limit, kind: "claim" })).map((hit) => hit.id);
  const own = authorIds === null ? null : new Set(await claimsOfAuthors(store, authorIds, mostHits));
  const candidates = (own === null ? hits : hits.filter((id) => own.has(id))).slice(0, mostCompared);
  return rankByWords(store, asked, candidates, authorIds);
}

/**
 * The claim whose id starts so. Null where none does: a word such as "facade" only looks like an id.
 *
 * @throws AppError `query.id-ambiguous` where several do.
 */
async function claimStarting(store: StoreReader, asked: string): Promise<string | null> {
  if (!idStart.test(asked)) return null;
  try {
    return (await resolveId(store, asked, "claim")).id;
  } catch (error) {
    if (error instanceof AppError && error.code === "query.id-unknown") return null;
    throw error;
  }
}

async function rankByWords(
  store: StoreReader,
  asked: string,
  ids: readonly string[],
  authorIds: readonly string[] | null,
): Promise<readonly string[]> {
  const wanted = new Set(searchText([asked]).split(" "));
  const words = await wordsOfClaims(store, ids);
  const ranked = ids.map((id, rank) => {
    const own = (words.get(id) ?? []).filter(
      (it) => authorIds === null || (it.speaker !== null && authorIds.includes(it.speaker.id)),
    );
    const scores = own.map(({ text }) => {
      const has = new Set(searchText([text]).split(" "));
      const shared = [...wanted].filter((word) => has.has(word)).length;
      return { shared, extra: has.size - shared };
    });
    scores.sort((a, b) => b.shared - a.shared || a.extra - b.extra);
    const [best = { shared: 0, extra: 0 }] = scores;
    return { id, rank, ...best };
  });
  return ranked
    .sort((a, b) => b.shared - a.shared || a.extra - b.extra || a.rank - b.rank || compareStrings(a.id, b.id))
    .map(({ id }) => id);
}
