import type { Correction } from "../model/claim.ts";
import { compareStrings } from "../model/id.ts";
import type { Known } from "../model/known.ts";
import { People } from "../model/people.ts";

/** People's word that an entry is the same person as another one, which is stored. */
export interface Merge {
  readonly correction: Correction;
  /** Id of the entry that is the same person as `into`. */
  readonly id: string;
  readonly into: string;
}

/** What people said of who is one person, by the entry that was merged. */
export async function mergesOf(known: Pick<Known, "allCorrections" | "authors">): Promise<readonly Merge[]> {
  const said = (await known.allCorrections()).flatMap((correction): Merge[] => {
    const { target, action, value } = correction;
    const isMerge = target.kind === "author" && action === "change" && value !== null;
    return isMerge ? [{ correction, id: target.id, into: value }] : [];
  });
  const stored = await known.authors([...new Set(said.map(({ into }) => into))]);
  const ids = new Set(stored.map(({ id }) => id));
  return said.filter(({ into }) => ids.has(into)).sort((a, b) => compareStrings(a.id, b.id));
}

/** Which entries are one person by some merges. */
export function peopleBy(merges: readonly Merge[]): People {
  return new People(new Map(merges.map(({ id, into }) => [id, into])));
}
