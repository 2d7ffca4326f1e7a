import type { Known } from "../../model/known.ts";
import { ChangeBuilder } from "../change-builder.ts";
import { mergesOf, peopleBy } from "../people-of.ts";

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
  const people = peopleBy(merges);
  for (const main of new Set([...gone].map((id) => people.idOf(id)))) {
    const [head, ...others] = people.entriesOf(main).filter((id) => !gone.has(id));
    if (head === undefined) continue;
    for (const { correction, id, into } of merges)
      if (id === head) change.add("remove-corrections", { id: correction.id });
      else if (others.includes(id) && into !== head)
        change.add("save-corrections", { ...correction, value: head });
  }
  return change;
}
