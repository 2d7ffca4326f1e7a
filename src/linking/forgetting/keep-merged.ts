import type { Correction } from "../../model/claim.ts";
import { compareStrings } from "../../model/id.ts";
import type { Known } from "../../model/known.ts";
import { People } from "../../model/people.ts";
import { ChangeBuilder } from "../change-builder.ts";

/**
 * Plans that what is left of a person stays one person when some of their entries go, with which the word for
 * their merge goes too.
 *
 *     before  b -> a    c -> a      the entry that speaks for the person is a
 *     after             c -> b      when a goes
 *
 * @param gone - ids of the entries that go.
 */
export async function keepMerged(gone: ReadonlySet<string>, known: Known): Promise<ChangeBuilder> {
  const change = new ChangeBuilder();
  const merges = await mergesOf(known);
  const people = new People(new Map(merges.map(({ target, into }) => [target.id, into])));
  for (const main of new Set([...gone].map((id) => people.idOf(id)))) {
    const [head, ...others] = people.entriesOf(main).filter((id) => !gone.has(id));
    if (head === undefined) continue;
    for (const { into, ...correction } of merges) {
      const { id, target } = correction;
      if (target.id === head) change.add("remove-corrections", { id });
      else if (others.includes(target.id) && into !== head)
        change.add("save-corrections", { ...correction, value: head });
    }
  }
  return change;
}

/** What says that an entry is the same person as another that is stored, by the entry. */
async function mergesOf(known: Known): Promise<readonly (Correction & { readonly into: string })[]> {
  const said = (await known.allCorrections()).flatMap((correction) =>
    correction.target.kind === "author" && correction.action === "change" && correction.value !== null
      ? [{ ...correction, into: correction.value }]
      : [],
  );
  const stored = await known.authors([...new Set(said.map(({ into }) => into))]);
  const ids = new Set(stored.map(({ id }) => id));
  return said.filter(({ into }) => ids.has(into)).sort((a, b) => compareStrings(a.target.id, b.target.id));
}
