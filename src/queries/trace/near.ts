import { compareStrings } from "../../model/id.ts";
import { searchText } from "../../store/search-text.ts";
import type { StoreReader } from "../../store/store.ts";
import { loadClaims } from "../load/claims.ts";
import { claimsAbout, claimsOfAuthors } from "../load/find.ts";
import type { ClaimItem, ConceptName } from "../shapes.ts";

const mostNear = 5;
/** Claims about the same concepts, and claims of the author, that are looked at. */
const mostLooked = 2000;

/**
 * The author's other claims about the same concepts: those that share the most concepts first, then those that
 * share the most words, then by id. They are near and nothing more.
 */
export async function nearClaims(
  store: StoreReader,
  claim: ClaimItem,
  authorIds: readonly string[],
): Promise<readonly { readonly claim: ClaimItem; readonly shared: readonly ConceptName[] }[]> {
  if (authorIds.length === 0 || claim.concepts.length === 0) return [];
  const about = await claimsAbout(
    store,
    claim.concepts.map((concept) => concept.id),
    mostLooked,
  );
  const own = new Set(await claimsOfAuthors(store, authorIds, mostLooked));
  const others = await loadClaims(
    store,
    about.filter((id) => id !== claim.id && own.has(id)),
  );
  const wanted = new Set(claim.concepts.map((concept) => concept.id));
  const words = new Set(searchText([claim.text]).split(" "));
  const likeness = (text: string): number => {
    const has = new Set(searchText([text]).split(" "));
    const shared = [...has].filter((word) => words.has(word)).length;
    return shared / (has.size + words.size - shared);
  };
  return others
    .map((other) => ({
      claim: other,
      shared: other.concepts.filter((concept) => wanted.has(concept.id)),
      near: likeness(other.text),
    }))
    .sort(
      (a, b) =>
        b.shared.length - a.shared.length || b.near - a.near || compareStrings(a.claim.id, b.claim.id),
    )
    .slice(0, mostNear)
    .map(({ claim: other, shared }) => ({ claim: other, shared }));
}
