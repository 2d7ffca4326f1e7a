import { AppError } from "../../errors.ts";
import { compareStrings } from "../../model/id.ts";
import { searchText } from "../../store/search-text.ts";
import type { StoreReader } from "../../store/store.ts";
import { claimsOfAuthors, requireAuthors } from "../load/find.ts";
import { type Resolved, resolveId } from "../load/resolve-id.ts";
import { wordsOfClaims } from "../load/words.ts";

/** Hits of the text search that are looked at, and how many of them are compared word by word. */
const mostHits = 10_000;
const mostCompared = 100;
/** Shorter words are never taken for the start of an id. */
const idStart = /^[0-9a-f]{6,16}$/;

/** The claim found, the author ids asked for (null: whoever made it), and other claims that fit, nearest first. */
export interface FoundClaim {
  readonly id: string;
  readonly authorIds: readonly string[] | null;
  readonly others: readonly string[];
}

/**
 * The claim that an id or words mean, of one author where one is named.
 *
 * Of claims found by words, the one that has the most of the asked words stands first, then the one that adds the
 * fewest others, then the one that the search ranks higher. Words are compared by their stems.
 *
 * @throws AppError `query.no-match` where no claim, or none of the author's, has any of the words.
 */
export async function findClaim(
  store: StoreReader,
  asked: string,
  author: string | null,
): Promise<FoundClaim> {
  const authorIds = author === null ? null : (await requireAuthors(store, author)).map(({ id }) => id);
  if (idStart.test(asked)) {
    const resolved = await resolveClaimId(store, asked);
    if (resolved !== null) return { id: resolved.id, authorIds, others: [] };
  }
  // Of all people the first are enough; the hits of one may stand anywhere.
  const limit = authorIds === null ? mostCompared : mostHits;
  const hits = (await store.search(asked, { limit, kind: "claim" })).map((hit) => hit.id);
  const own = authorIds === null ? null : new Set(await claimsOfAuthors(store, authorIds, mostHits));
  const candidates = (own === null ? hits : hits.filter((id) => own.has(id))).slice(0, mostCompared);
  const [id, ...others] = await rankByWords(store, asked, candidates, authorIds);
  if (id === undefined)
    throw new AppError(
      "query.no-match",
      `no claim${author === null ? "" : ` of ${author}`} is about "${asked}"`,
      {
        hint:
          author !== null && hits.length > 0
            ? "Others claim such things: leave out the author, or name another."
            : "Try other words; `elenchus claims` lists what is there.",
      },
    );
  return { id, authorIds, others };
}

/** A word such as "facade" may look like an id: what no id starts with is searched for. */
async function resolveClaimId(store: StoreReader, asked: string): Promise<Resolved | null> {
  try {
    return await resolveId(store, asked, "claim");
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
